import { afterAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { addRegion } from '../../src/model/document/regions.ts';
import { type ToolId, tools } from '../../src/tools/registry.ts';
import {
  emptySelection,
  noModifiers,
  type Tool,
  type ToolContext,
  type ToolEvent,
} from '../../src/tools/tool.ts';
import { defaultToolOptions } from '../../src/tools/toolOptions.ts';
import { connectToolWorker } from '../../src/workers/connectWorkers.ts';
import { coast, scribble } from '../bench/maskScene.ts';
import { box } from '../model/geometry/rings/ringFixtures.ts';

const service = connectToolWorker();

afterAll(() => service.close());

const size = { width: 4096, height: 4096 };
const photograph: Document = {
  image: { id: 'photo', name: 'photo.jpg', ...size },
  canvas: size,
  placement: { x: 0, y: 0, ...size },
  regions: [],
};
const masked = addRegion(addRegion(photograph, [box(10, 10, 90, 90)]), [coast(2000)]);

const pointer = (point: { x: number; y: number }) => ({
  point,
  screen: point,
  modifiers: noModifiers,
  unitsPerPixel: 1,
  pressure: 0.5,
  isSecondary: false,
});

/** The tool in the middle of a gesture through the points, and the event that ends it. */
function drawn(id: ToolId, points: readonly { x: number; y: number }[], context: ToolContext) {
  const tool: Tool = tools[id];
  const [first = { x: 0, y: 0 }] = points;
  const last = pointer(points.at(-1) ?? first);
  const pressed = tool.handle(tool.idle, { type: 'down', clicks: 1, ...pointer(first) }, context).session;
  const { session } = tool.handle(pressed, { type: 'move', trail: points, ...last }, context);
  const event: ToolEvent = { type: 'up', ...last };
  return { tool, session, event };
}

const contextOf = (document: Document, combineMode: ToolContext['options']['combineMode']): ToolContext => ({
  document,
  selection: emptySelection,
  options: { ...defaultToolOptions, combineMode },
});

describe('a tool in the worker', () => {
  const box2 = [
    { x: 20, y: 20 },
    { x: 3000, y: 3000 },
  ];
  test.each([
    ['brush', scribble(300), 'add'],
    ['eraser', scribble(300), 'new'],
    ['lasso', scribble(300), 'intersect'],
    ['rectangle', box2, 'subtract'],
    ['ellipse', box2, 'new'],
  ] as const)('%s commits and selects exactly what it does here', async (id, points, mode) => {
    const context = contextOf(masked, mode);
    const { tool, session, event } = drawn(id, points, context);
    expect(tool.isHeavy?.(session, event, context)).toBe(true);
    const here = tool.handle(session, event, context);
    const away = await service.handle(id, session, event, context);
    expect(here.commit?.regions).not.toEqual(masked.regions);
    expect(away).toEqual(here);
  });

  test('closes a polygon, and is asked to by nothing before that', async () => {
    const context = contextOf(masked, 'new');
    const polygon: Tool = tools.polygon;
    const corners = [pointer({ x: 20, y: 20 }), pointer({ x: 3000, y: 100 }), pointer({ x: 500, y: 3000 })];
    let session = polygon.idle;
    for (const corner of corners) {
      for (const event of [
        { type: 'down', clicks: 1, ...corner },
        { type: 'up', ...corner },
      ] as const) {
        expect(polygon.isHeavy?.(session, event, context)).toBe(false);
        session = polygon.handle(session, event, context).session;
      }
    }
    const closing: readonly ToolEvent[] = [
      { type: 'confirm' },
      { type: 'down', clicks: 1, ...pointer({ x: 20, y: 20 }) },
      { type: 'down', clicks: 2, ...pointer({ x: 900, y: 900 }) },
    ];
    for (const event of closing) {
      expect(polygon.isHeavy?.(session, event, context)).toBe(true);
      const away = await service.handle('polygon', session, event, context);
      expect(away).toEqual(polygon.handle(session, event, context));
      expect(away.commit?.regions).toHaveLength(3);
    }
  });

  test('gives back as the same objects what it left alone', async () => {
    const context = contextOf(masked, 'new');
    const { session, event } = drawn('lasso', scribble(200), context);
    const { commit } = await service.handle('lasso', session, event, context);
    expect(commit?.regions).toHaveLength(3);
    expect(commit?.regions[0]).toBe(masked.regions[0]);
    expect(commit?.regions[1]).toBe(masked.regions[1]);
    expect(commit?.image).toBe(masked.image);
    expect(commit?.placement).toBe(masked.placement);
  });

  test('says why nothing came of it', async () => {
    const context = contextOf(photograph, 'subtract');
    const { tool, session, event } = drawn('lasso', scribble(200), context);
    const away = await service.handle('lasso', session, event, context);
    expect(away).toEqual(tool.handle(session, event, context));
    expect(away.session).toMatchObject({ phase: 'idle', notice: { code: 'drawing.nothing' } });
  });
});
