import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { visibleRings } from '../../src/model/document/region.ts';
import { setRegionHidden } from '../../src/model/document/regions.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import { rasteriseRings } from '../../src/model/geometry/rings/rasteriseRings.ts';
import type { StrokeSession } from '../../src/tools/brush/strokeSession.ts';
import { brush } from '../../src/tools/brush/tool.ts';
import { eraser } from '../../src/tools/eraser/tool.ts';
import { noModifiers, type ToolEvent } from '../../src/tools/tool.ts';
import { type Hand, takeUp } from '../helpers/driveTool.ts';
import { propertyRuns } from '../helpers/propertyRuns.ts';
import { normalFormFaults } from '../model/geometry/rings/ringFixtures.ts';
import { strokeFaults } from '../model/geometry/rings/strokeFixtures.ts';
import { blank, p, withImage, withRegions } from './samples.ts';

const imageSize = { width: 400, height: 300 };
const both = [
  ['brush', brush],
  ['eraser', eraser],
] as const;

/** Presses with what `change` says of the pointer, moves through the points, and lets go somewhere else. */
function strokeThrough(
  hand: Hand<StrokeSession>,
  points: readonly Point[],
  change: { isSecondary?: boolean; pressures?: readonly number[]; zoom?: number } = {},
) {
  const { isSecondary = false, pressures = [], zoom = 1 } = change;
  const eventAt = (point: Point, index: number) => ({
    point,
    screen: p(point.x * zoom, point.y * zoom),
    modifiers: noModifiers,
    unitsPerPixel: 1 / zoom,
    pressure: pressures[index] ?? 0.5,
    isSecondary,
  });
  points.forEach((point, index) => {
    const event = eventAt(point, index);
    hand.send(
      index === 0 ? { type: 'down', clicks: 1, ...event } : { type: 'move', trail: [point], ...event },
    );
  });
  hand.send({ type: 'up', ...eventAt(p(0, 0), points.length) });
}

/** What is wrong with the mask's pixels after a stroke of that radius (image px) through points in canvas px. */
function faultsOf(document: Document, radius: number, ...points: readonly Point[]) {
  const { x, y, width } = document.placement;
  const scale = width / imageSize.width;
  const discs = points.map((point) => ({ x: (point.x - x) / scale, y: (point.y - y) / scale, radius }));
  return strokeFaults(rasteriseRings(visibleRings(document.regions), imageSize), imageSize, discs);
}

function isMasked(document: Document, x: number, y: number): boolean {
  return rasteriseRings(visibleRings(document.regions), imageSize)[y * imageSize.width + x] === 255;
}

describe.each(both)('the states of a %s', (_name, tool) => {
  test('a press begins a stroke, moves go on with it, the release ends it', () => {
    const hand = takeUp(tool, withRegions);
    hand.press(p(260, 210));
    expect(hand.session).toMatchObject({
      phase: 'drawing',
      radius: 20,
      dabs: [{ x: 260, y: 210, share: 1 }],
    });
    hand.moveTo(p(300, 210));
    expect(hand.session).toMatchObject({ dabs: [p(260, 210), p(300, 210)] });
    hand.release(p(0, 0));
    expect(hand.session).toEqual({ phase: 'idle', last: p(100, 60) });
    expect(hand.commits).toHaveLength(1);
  });

  test('Escape drops the stroke: the document is the same object', () => {
    const hand = takeUp(tool, withRegions);
    hand.startDrag(p(250, 200), p(300, 240));
    hand.escape();
    hand.release(p(300, 240));
    expect(hand.session).toBe(tool.idle);
    expect(hand.document).toBe(withRegions);
  });

  test('other keys leave the stroke alone', () => {
    const hand = takeUp(tool, withRegions);
    hand.startDrag(p(250, 200), p(300, 240));
    const before = hand.session;
    hand.enter();
    hand.remove();
    hand.strike(']');
    expect(hand.session).toBe(before);
  });

  test('without an image a press does nothing, and the hint says what is missing', () => {
    const hand = takeUp(tool, blank);
    hand.drag(p(100, 100), p(300, 300));
    expect(hand.session).toEqual(tool.idle);
    expect(hand.hint).toBe('Open an image first: regions are drawn on it.');
    expect(hand.cursor).toBe('not-allowed');
  });

  test('every point that the browser gathered since the last move belongs to the stroke', () => {
    const hand = takeUp(tool, withRegions);
    hand.press(p(250, 200));
    hand.send({ ...moveEvent(p(280, 230)), trail: [p(260, 220), p(270, 190), p(280, 230)] });
    expect(hand.session).toMatchObject({
      dabs: [p(250, 200), p(260, 220), p(270, 190), p(280, 230)],
    });
  });
});

function moveEvent(point: Point): Extract<ToolEvent, { type: 'move' }> {
  return {
    type: 'move',
    trail: [point],
    point,
    screen: point,
    modifiers: noModifiers,
    unitsPerPixel: 1,
    pressure: 0.5,
    isSecondary: false,
  };
}

describe('a brush stroke', () => {
  test('becomes a selected region that covers its way', () => {
    const way = [p(300, 200), p(340, 260), p(420, 240), p(500, 380)];
    const hand = takeUp(brush, withImage);
    strokeThrough(hand, way);
    expect(faultsOf(hand.document, 20, ...way)).toEqual([]);
    expect(hand.document.regions).toHaveLength(1);
    expect(hand.selection).toEqual({ regionIds: ['region-1'], vertices: [] });
  });

  test('of a click is a disc', () => {
    const hand = takeUp(brush, withImage);
    hand.click(p(400, 300));
    expect(faultsOf(hand.document, 20, p(400, 300))).toEqual([]);
  });

  test.each(['new', 'add'] as const)('unites with all that it touches in mode %s', (combineMode) => {
    const selection = { regionIds: ['region-2'], vertices: [] };
    const hand = takeUp(brush, withRegions, { selection, options: { combineMode } });
    strokeThrough(hand, [p(300, 200), p(450, 300)]);
    expect(hand.document.regions.map(({ id }) => id)).toEqual(['region-1']);
    expect(hand.document.regions.flatMap(({ rings }) => rings)).toHaveLength(1);
  });

  test('cuts in mode subtract, and keeps the overlap in mode intersect', () => {
    const cut = takeUp(brush, withRegions, { options: { combineMode: 'subtract' } });
    strokeThrough(cut, [p(260, 210)]);
    expect(isMasked(cut.document, 60, 60)).toBe(false);
    const kept = takeUp(brush, withRegions, { options: { combineMode: 'intersect' } });
    strokeThrough(kept, [p(260, 210)]);
    expect(faultsOf(kept.document, 20, p(260, 210))).toEqual([]);
  });

  test('erases with the right button', () => {
    const hand = takeUp(brush, withRegions);
    strokeThrough(hand, [p(200, 210), p(320, 210)], { isSecondary: true });
    expect(isMasked(hand.document, 60, 60)).toBe(false);
    expect(isMasked(hand.document, 60, 100)).toBe(true);
  });

  test('may leave the image and come back', () => {
    const way = [p(300, 200), p(-900, -400), p(300, 400)];
    const hand = takeUp(brush, withImage);
    strokeThrough(hand, way);
    expect(faultsOf(hand.document, 20, ...way)).toEqual([]);
  });

  test('wholly beside the image adds nothing, and the hint says so until the next press', () => {
    const hand = takeUp(brush, withImage);
    hand.drag(p(10, 10), p(100, 100));
    expect(hand.document).toBe(withImage);
    expect(hand.hint).toBe('Nothing was added: that shape lies beside the image.');
    hand.press(p(300, 300));
    expect(hand.hint).toBe('Release to finish the stroke. Esc drops it.');
  });
});

describe('an eraser stroke', () => {
  test('splits a region in two parts, whatever is selected, and keeps the selection', () => {
    const selection = { regionIds: ['region-2'], vertices: [{ regionId: 'region-2', ring: 0, index: 1 }] };
    const hand = takeUp(eraser, withRegions, { selection, options: { brushSize: 10 } });
    strokeThrough(hand, [p(260, 150), p(260, 270)]);
    expect(hand.commits).toHaveLength(1);
    expect(hand.document.regions.map(({ id, rings }) => [id, rings.length])).toEqual([
      ['region-1', 2],
      ['region-2', 1],
    ]);
    expect([54, 60, 66].map((x) => isMasked(hand.document, x, 60))).toEqual([true, false, true]);
    expect(hand.selection).toEqual({ regionIds: ['region-2'], vertices: [] });
  });

  test('removes a region that nothing is left of', () => {
    const selection = { regionIds: ['region-1'], vertices: [] };
    const hand = takeUp(eraser, withRegions, { selection, options: { brushSize: 300 } });
    hand.click(p(260, 210));
    expect(hand.document.regions.map(({ id }) => id)).toEqual(['region-2']);
    expect(hand.selection).toEqual({ regionIds: [], vertices: [] });
  });

  test('leaves hidden regions alone and says that it touched nothing', () => {
    const hidden = setRegionHidden(withRegions, 'region-1', true);
    const hand = takeUp(eraser, hidden);
    hand.click(p(260, 210));
    expect(hand.document).toBe(hidden);
    expect(hand.hint).toBe('Nothing was erased: that stroke touches no region.');
  });
});

describe('Shift-click', () => {
  test('draws a straight line from where the last stroke ended, at any zoom since', () => {
    const hand = takeUp(brush, withImage, { options: { brushSize: 10 } });
    hand.drag(p(250, 200), p(300, 200));
    hand.click(p(400, 350), { shift: true });
    hand.click(p(560, 250), { shift: true });
    expect(faultsOf(hand.document, 5, p(250, 200), p(300, 200), p(400, 350), p(560, 250))).toEqual([]);
    expect(hand.commits).toHaveLength(3);
  });

  test('is an ordinary click before the first stroke, and after Escape', () => {
    const hand = takeUp(brush, withImage);
    hand.click(p(300, 200), { shift: true });
    hand.escape();
    hand.click(p(500, 400), { shift: true });
    expect(hand.document.regions).toHaveLength(2);
  });
});

describe('the size', () => {
  /** The image at half its size on the canvas. */
  const small = { ...withImage, placement: { x: 200, y: 150, width: 200, height: 150 } };

  test.each([
    ['screen', 1, 20],
    ['screen', 0.5, 40],
    ['screen', 4, 5],
    ['image', 1, 10],
    ['image', 0.5, 10],
    ['image', 4, 10],
  ] as const)('of 20 px in %s px at zoom %d is a radius of %d image px', (brushUnit, zoom, radius) => {
    const hand = takeUp(brush, small, { zoom, options: { brushSize: 20, brushUnit } });
    strokeThrough(hand, [p(260, 210), p(330, 230)], { zoom });
    expect(faultsOf(hand.document, radius, p(260, 210), p(330, 230))).toEqual([]);
  });

  test('of the outline is that of the stroke, an ellipse where the image is stretched', () => {
    const stretched = { ...withImage, placement: { x: 0, y: 0, width: 800, height: 150 } };
    const hand = takeUp(brush, stretched, { options: { brushSize: 20, brushUnit: 'image' } });
    hand.moveTo(p(300, 100));
    expect(hand.draft.marks).toEqual([{ kind: 'circle', centre: p(300, 100), radius: p(20, 5) }]);
    hand.press(p(300, 100));
    expect(hand.draft.marks).toEqual([
      { kind: 'stroke', dabs: [{ x: 300, y: 100, share: 1 }], radius: p(20, 5), look: 'paint' },
      { kind: 'circle', centre: p(300, 100), radius: p(20, 5) },
    ]);
  });

  test('goes up and down by round steps, from 1 to 500 px', () => {
    const sizesAfter = (key: string, start: number) => {
      const hand = takeUp(brush, withImage, { options: { brushSize: start } });
      const sizes = new Set<number>();
      for (let i = 0; i < 100; i++) {
        hand.strike(key);
        sizes.add(sizeOf(hand));
      }
      return [...sizes];
    };
    const stops = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100];
    const all = [...stops, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500];
    expect(sizesAfter(']', 1)).toEqual(all.slice(1));
    expect(sizesAfter('[', 500)).toEqual(all.slice(0, -1).reverse());
    expect(sizesAfter(']', 43).at(0)).toBe(45);
    expect(sizesAfter('[', 43).at(0)).toBe(40);
  });

  test('changes by the same steps with the wheel, and keeps where the last stroke ended', () => {
    const hand = takeUp(brush, withImage);
    hand.drag(p(250, 200), p(300, 200));
    const { session } = hand;
    const sizes = ([1, 1, 0, -1] as const).map((step) => {
      hand.send({ type: 'wheel', step });
      return sizeOf(hand);
    });
    expect(sizes).toEqual([45, 50, 50, 45]);
    expect(hand.session).toBe(session);
  });

  test('follows the pointer sideways while Alt is held at the press, and nothing is drawn', () => {
    const hand = takeUp(brush, withImage, { zoom: 2 });
    hand.startDrag(p(300, 300), p(315, 380), { alt: true });
    expect(sizeOf(hand)).toBe(100);
    expect(hand.draft.marks).toEqual([
      { kind: 'circle', centre: p(300, 300), radius: p(25, 25) },
      { kind: 'label', text: '100 px', at: p(300, 300) },
    ]);
    hand.release(p(315, 380));
    expect(hand.session.phase).toBe('idle');
    expect(hand.commits).toEqual([]);
    expect(sizeOf(hand)).toBe(100);
  });

  test('in image px follows the pointer as well', () => {
    const hand = takeUp(brush, small, { zoom: 2, options: { brushUnit: 'image' } });
    hand.startDrag(p(300, 300), p(310, 300), { alt: true });
    expect(sizeOf(hand)).toBe(80);
  });

  test('is as it was after Escape', () => {
    const hand = takeUp(brush, withImage);
    hand.startDrag(p(300, 300), p(380, 300), { alt: true });
    hand.escape();
    expect(sizeOf(hand)).toBe(40);
  });
});

function sizeOf(hand: Hand<StrokeSession>): number {
  return hand.options.brushSize;
}

describe('pressure', () => {
  const way = [p(300, 250), p(400, 250), p(500, 250)];

  test('varies the width where it is used: half of it gives the size that is set', () => {
    const hand = takeUp(brush, withImage, { options: { isPressureUsed: true } });
    strokeThrough(hand, way, { pressures: [0.1, 0.5, 1] });
    const pixels = rasteriseRings(visibleRings(hand.document.regions), imageSize);
    const discs = [4, 20, 40].map((radius, index) => ({ x: 100 + 100 * index, y: 100, radius }));
    expect(strokeFaults(pixels, imageSize, discs)).toEqual([]);
  });

  test('is spread evenly over the points gathered since the last move', () => {
    const hand = takeUp(brush, withImage, { options: { isPressureUsed: true } });
    hand.press(p(300, 250));
    hand.send({ ...moveEvent(p(320, 250)), pressure: 1, trail: [p(310, 250), p(320, 250)] });
    expect(hand.session).toMatchObject({ dabs: [{ share: 1 }, { share: 1.5 }, { share: 2 }] });
  });

  test('means nothing where it is not used', () => {
    const hand = takeUp(brush, withImage);
    strokeThrough(hand, way, { pressures: [0.1, 0.5, 1] });
    expect(faultsOf(hand.document, 20, ...way)).toEqual([]);
  });
});

test('the pointer gives way to the outline over the image, unless that is too small to be seen', () => {
  const hand = takeUp(brush, withImage);
  hand.moveTo(p(300, 300));
  expect(hand.cursor).toBe('none');
  hand.moveTo(p(100, 100));
  expect(hand.cursor).toBe('crosshair');
  const small = takeUp(brush, withImage, { options: { brushSize: 4 } });
  small.moveTo(p(300, 300));
  expect(small.cursor).toBe('crosshair');
});

/** Gestures as they come. */
test.each(both)('random steps of a %s leave only valid regions', (_name, tool) => {
  const spot = fc.record({ x: fc.integer({ min: 100, max: 700 }), y: fc.integer({ min: 50, max: 550 }) });
  const step = fc.record({
    kind: fc.constantFrom('press', 'move', 'move', 'move', 'move', 'release', 'key', 'escape'),
    at: spot,
    pressure: fc.double({ min: 0, max: 1, noNaN: true }),
    isSecondary: fc.boolean(),
    modifiers: fc
      .record({ shift: fc.boolean(), alt: fc.constantFrom(true, false, false, false) })
      .map((held) => ({ ...noModifiers, ...held })),
    key: fc.constantFrom('[', ']'),
  });
  const options = fc.record({
    combineMode: fc.constantFrom('new', 'new', 'add', 'subtract', 'intersect'),
    isPressureUsed: fc.boolean(),
  });
  fc.assert(
    fc.property(options, fc.array(step, { minLength: 250, maxLength: 250 }), (chosen, steps) => {
      const hand = takeUp(tool, withRegions, { options: chosen });
      for (const { kind, at, key, ...rest } of steps) {
        const event = { ...moveEvent(at), ...rest };
        if (kind === 'press') hand.send({ ...event, type: 'down', clicks: 1 });
        if (kind === 'move') hand.send(event);
        if (kind === 'release') hand.send({ ...event, type: 'up' });
        if (kind === 'key') hand.strike(key);
        if (kind === 'escape') hand.escape();
      }
      const changed = new Set(hand.commits.flatMap(({ regions }) => regions));
      expect([...changed].flatMap(({ rings }) => normalFormFaults(rings))).toEqual([]);
    }),
    { numRuns: propertyRuns(12), endOnFailure: true },
  );
});
