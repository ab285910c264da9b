import { expect, test } from 'vitest';
import { tools } from '../../src/tools/registry.ts';
import type { Tool } from '../../src/tools/tool.ts';

test('tools are known by these ids, names and keys', () => {
  expect(Object.entries<Tool>(tools).map(([id, { label, key }]) => [id, label, key])).toEqual([
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
