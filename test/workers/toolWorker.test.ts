import { afterAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { addRegion } from '../../src/model/document/regions.ts';
import { type ToolId, tools } from '../../src/tools/registry.ts';
import { emptySelection } from '../../src/tools/selection.ts';
import { noModifiers, type Tool, type ToolContext, type ToolEvent } from '../../src/tools/tool.ts';
import { defaultToolOptions } from '../../src/tools/toolOptions.ts';
import { connectToolWorker } from '../../src/workers/connectWorkers.ts';
import { packCall } from '../../src/workers/packMessage.ts';
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
  isTouch: false,
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

describe('the wand in the worker', () => {
  const wand: Tool = tools.wand;
  const at = pointer({ x: 2000, y: 2000 });

  /** Both ways, which have to come to the same. */
  async function heavy(session: Tool['idle'], event: ToolEvent, context: ToolContext) {
    expect(wand.isHeavy?.(session, event, context)).toBe(true);
    const away = await service.handle('wand', session, event, context);
    expect(away).toEqual(wand.handle(session, event, context));
    return away;
  }

  test('commits its answer, and goes on with what it committed', async () => {
    const before = contextOf(masked, 'new');
    const asking = wand.handle(wand.idle, { type: 'down', clicks: 1, ...at }, before);
    const { session, question } = asking;
    if (question === undefined) throw new Error('It asks nothing.');
    const picked = await heavy(session, { type: 'answer', question, rings: [coast(6000)] }, before);
    const { commit: document = photograph, selection = emptySelection } = picked;
    expect(document.regions).toHaveLength(3);
    expect(document.regions[1]).toBe(masked.regions[1]);

    const options = { ...before.options, tolerance: 60 };
    const context = { document, selection, options };
    const again = wand.handle(picked.session, { type: 'options', isFinal: false }, context);
    if (again.question === undefined) throw new Error('It is not about what it committed.');
    const answer = { type: 'answer', question: again.question, rings: [coast(5000)] } as const;
    const shown = await heavy(again.session, answer, context);
    const view = { pointer: null, unitsPerPixel: 1 };
    const draft = wand.draft(shown.session, context, view).document;
    expect(draft?.regions).toHaveLength(3);
    expect(draft?.regions[1]).toBe(masked.regions[1]);

    const kept = wand.handle(shown.session, { type: 'confirm' }, context);
    expect(kept.commit).toBe(draft);
    expect(kept.session).toMatchObject({ phase: 'idle', last: { after: kept.commit } });
  });

  test('asks once more where the options have changed meanwhile, and knows the answer', async () => {
    const context = contextOf(masked, 'add');
    const { session, question } = wand.handle(wand.idle, { type: 'down', clicks: 1, ...at }, context);
    if (question === undefined) throw new Error('It asks nothing.');
    const picked = await heavy(session, { type: 'answer', question, rings: [coast(3000)] }, context);
    const { commit: document = photograph, selection = emptySelection } = picked;
    const at60 = { document, selection, options: { ...context.options, tolerance: 60 } };
    const again = wand.handle(picked.session, { type: 'options', isFinal: false }, at60);
    if (again.question === undefined) throw new Error('It asks nothing more.');
    const at80 = { ...at60, options: { ...context.options, tolerance: 80 } };
    const answer = { type: 'answer', question: again.question, rings: [coast(4000)] } as const;
    const asked = await heavy(again.session, answer, at80);
    if (asked.question === undefined) throw new Error('It does not ask for the newest options.');
    expect(asked.question.tolerance).toBe(80);
    const last = await heavy(
      asked.session,
      { type: 'answer', question: asked.question, rings: [coast(2500)] },
      at80,
    );
    expect(last.question).toBeUndefined();
  });

  test('is not asked to for what it does not wait for, nor for what failed or is small', () => {
    const context = contextOf(photograph, 'new');
    const { session, question } = wand.handle(wand.idle, { type: 'down', clicks: 1, ...at }, context);
    if (question === undefined) throw new Error('It asks nothing.');
    const answers: readonly ToolEvent[] = [
      { type: 'answer', question: { ...question }, rings: [coast(6000)] },
      { type: 'answer', question, rings: undefined },
      { type: 'answer', question, rings: [box(10, 10, 50, 50)] },
    ];
    expect(answers.map((event) => wand.isHeavy?.(session, event, context))).toEqual([false, false, false]);
  });
});

describe('vertices of a region of thousands', () => {
  const large = addRegion(photograph, [coast(6000)]);
  const { options } = contextOf(large, 'new');
  const vertices = [{ regionId: 'region-1', ring: 0, index: 100 }];
  const selection = { regionIds: ['region-1'], vertices };
  const context: ToolContext = { document: large, selection, options };
  const select: Tool = tools.select;
  const vertex = large.regions[0]?.rings[0]?.[100] ?? { x: 0, y: 0 };
  const away = { x: vertex.x - 900, y: vertex.y - 700 };
  const alt = { ...noModifiers, alt: true };

  function dragged() {
    const pressed = select.handle(select.idle, { type: 'down', clicks: 1, ...pointer(vertex) }, context);
    const moved = { type: 'move', trail: [away], ...pointer(away) } as const;
    return select.handle(pressed.session, moved, context).session;
  }

  const edits: readonly (readonly [name: string, session: Tool['idle'], event: ToolEvent])[] = [
    ['a drag', dragged(), { type: 'up', ...pointer(away) }],
    ['a nudge', select.idle, { type: 'key', key: 'ArrowLeft', modifiers: noModifiers }],
    ['the deletion', select.idle, { type: 'delete' }],
    ['a press with Alt', select.idle, { type: 'down', clicks: 1, ...pointer(vertex), modifiers: alt }],
  ];

  test.each(edits)('%s is done here and there alike', async (_name, session, event) => {
    expect(select.isHeavy?.(session, event, context)).toBe(true);
    const here = select.handle(session, event, context);
    expect(here.commit).toBeDefined();
    expect(await service.handle('select', session, event, context)).toEqual(here);
  });

  test('are few in what else is pressed, dragged and nudged', () => {
    const small: ToolContext = { ...context, document: addRegion(photograph, [box(10, 10, 90, 90)]) };
    const none: ToolContext = { ...context, selection: { regionIds: ['region-1'], vertices: [] } };
    const nudge: ToolEvent = { type: 'key', key: 'ArrowLeft', modifiers: noModifiers };
    expect(select.isHeavy?.(select.idle, nudge, small)).toBe(false);
    expect(select.isHeavy?.(select.idle, nudge, none)).toBe(false);
    expect(select.isHeavy?.(select.idle, { type: 'down', clicks: 1, ...pointer(vertex) }, context)).toBe(
      false,
    );
  });

  test('take few bytes to the worker, whatever the drag could snap to', () => {
    const { args } = packCall(['select', dragged(), { type: 'up', ...pointer(away) }, context]);
    const text = JSON.stringify(args, (_key, value) =>
      value instanceof Uint8Array ? 'x'.repeat(value.length) : value,
    );
    expect(text.length).toBeLessThan(70_000);
  });
});
