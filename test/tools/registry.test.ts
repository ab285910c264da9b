import { expect, test } from 'vitest';
import { toolIds, tools } from '../../src/tools/registry.ts';
import * as texts from '../../src/ui/texts/texts.ts';

test('tools are known by these ids, names and keys', () => {
  expect(toolIds.map((id) => [id, texts.toolNames[id], tools[id].key])).toEqual([
    ['move', 'Move image', 'v'],
    ['select', 'Select', 'a'],
    ['brush', 'Brush', 'b'],
    ['eraser', 'Eraser', 'e'],
    ['lasso', 'Lasso', 'l'],
    ['polygon', 'Polygon', 'p'],
    ['rectangle', 'Rectangle', 'r'],
    ['ellipse', 'Ellipse', 'o'],
    ['wand', 'Magic wand', 'w'],
    ['pan', 'Pan', 'h'],
  ]);
});
