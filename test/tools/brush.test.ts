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
import { driveTool, type ToolDriver } from '../helpers/driveTool.ts';
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
  driver: ToolDriver<StrokeSession>,
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
    isTouch: false,
  });
  points.forEach((point, index) => {
    const event = eventAt(point, index);
    driver.send(
      index === 0 ? { type: 'down', clicks: 1, ...event } : { type: 'move', trail: [point], ...event },
    );
  });
  driver.send({ type: 'up', ...eventAt(p(0, 0), points.length) });
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
    const driver = driveTool(tool, withRegions);
    driver.press(p(260, 210));
    expect(driver.session).toMatchObject({
      phase: 'drawing',
      radius: 20,
      dabs: [{ x: 260, y: 210, share: 1 }],
    });
    driver.moveTo(p(300, 210));
    expect(driver.session).toMatchObject({ dabs: [p(260, 210), p(300, 210)] });
    driver.release(p(0, 0));
    expect(driver.session).toEqual({ phase: 'idle', last: p(100, 60) });
    expect(driver.commits).toHaveLength(1);
  });

  test('Escape drops the stroke: the document is the same object', () => {
    const driver = driveTool(tool, withRegions);
    driver.startDrag(p(250, 200), p(300, 240));
    driver.pressEscape();
    driver.release(p(300, 240));
    expect(driver.session).toBe(tool.idle);
    expect(driver.document).toBe(withRegions);
  });

  test('other keys leave the stroke alone', () => {
    const driver = driveTool(tool, withRegions);
    driver.startDrag(p(250, 200), p(300, 240));
    const before = driver.session;
    driver.pressEnter();
    driver.pressDelete();
    driver.pressKey(']');
    expect(driver.session).toBe(before);
  });

  test('without an image a press does nothing, and the hint says what is missing', () => {
    const driver = driveTool(tool, blank);
    driver.drag(p(100, 100), p(300, 300));
    expect(driver.session).toEqual(tool.idle);
    expect(driver.hint).toBe('Open an image first: regions are drawn on it.');
    expect(driver.cursor).toBe('not-allowed');
  });

  test('every point that the browser gathered since the last move belongs to the stroke', () => {
    const driver = driveTool(tool, withRegions);
    driver.press(p(250, 200));
    driver.send({ ...moveEvent(p(280, 230)), trail: [p(260, 220), p(270, 190), p(280, 230)] });
    expect(driver.session).toMatchObject({
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
    isTouch: false,
  };
}

describe('a brush stroke', () => {
  test('becomes a selected region that covers its way', () => {
    const way = [p(300, 200), p(340, 260), p(420, 240), p(500, 380)];
    const driver = driveTool(brush, withImage);
    strokeThrough(driver, way);
    expect(faultsOf(driver.document, 20, ...way)).toEqual([]);
    expect(driver.document.regions).toHaveLength(1);
    expect(driver.selection).toEqual({ regionIds: ['region-1'], vertices: [] });
  });

  test('of a click is a disc', () => {
    const driver = driveTool(brush, withImage);
    driver.click(p(400, 300));
    expect(faultsOf(driver.document, 20, p(400, 300))).toEqual([]);
  });

  test.each(['new', 'add'] as const)('unites with all that it touches in mode %s', (combineMode) => {
    const selection = { regionIds: ['region-2'], vertices: [] };
    const driver = driveTool(brush, withRegions, { selection, options: { combineMode } });
    strokeThrough(driver, [p(300, 200), p(450, 300)]);
    expect(driver.document.regions.map(({ id }) => id)).toEqual(['region-1']);
    expect(driver.document.regions.flatMap(({ rings }) => rings)).toHaveLength(1);
  });

  test('cuts in mode subtract, and keeps the overlap in mode intersect', () => {
    const cut = driveTool(brush, withRegions, { options: { combineMode: 'subtract' } });
    strokeThrough(cut, [p(260, 210)]);
    expect(isMasked(cut.document, 60, 60)).toBe(false);
    const kept = driveTool(brush, withRegions, { options: { combineMode: 'intersect' } });
    strokeThrough(kept, [p(260, 210)]);
    expect(faultsOf(kept.document, 20, p(260, 210))).toEqual([]);
  });

  test('erases with the right button', () => {
    const driver = driveTool(brush, withRegions);
    strokeThrough(driver, [p(200, 210), p(320, 210)], { isSecondary: true });
    expect(isMasked(driver.document, 60, 60)).toBe(false);
    expect(isMasked(driver.document, 60, 100)).toBe(true);
  });

  test('may leave the image and come back', () => {
    const way = [p(300, 200), p(-900, -400), p(300, 400)];
    const driver = driveTool(brush, withImage);
    strokeThrough(driver, way);
    expect(faultsOf(driver.document, 20, ...way)).toEqual([]);
  });

  test('wholly beside the image adds nothing, and the hint says so until the next press', () => {
    const driver = driveTool(brush, withImage);
    driver.drag(p(10, 10), p(100, 100));
    expect(driver.document).toBe(withImage);
    expect(driver.hint).toBe('Nothing was added: that shape lies beside the image.');
    driver.press(p(300, 300));
    expect(driver.hint).toBe('Release to finish the stroke. Esc drops it.');
  });
});

describe('an eraser stroke', () => {
  test('splits a region in two parts, whatever is selected, and keeps the selection', () => {
    const selection = { regionIds: ['region-2'], vertices: [{ regionId: 'region-2', ring: 0, index: 1 }] };
    const driver = driveTool(eraser, withRegions, { selection, options: { brushSize: 10 } });
    strokeThrough(driver, [p(260, 150), p(260, 270)]);
    expect(driver.commits).toHaveLength(1);
    expect(driver.document.regions.map(({ id, rings }) => [id, rings.length])).toEqual([
      ['region-1', 2],
      ['region-2', 1],
    ]);
    expect([54, 60, 66].map((x) => isMasked(driver.document, x, 60))).toEqual([true, false, true]);
    expect(driver.selection).toEqual({ regionIds: ['region-2'], vertices: [] });
  });

  test('removes a region that nothing is left of', () => {
    const selection = { regionIds: ['region-1'], vertices: [] };
    const driver = driveTool(eraser, withRegions, { selection, options: { brushSize: 300 } });
    driver.click(p(260, 210));
    expect(driver.document.regions.map(({ id }) => id)).toEqual(['region-2']);
    expect(driver.selection).toEqual({ regionIds: [], vertices: [] });
  });

  test('leaves hidden regions alone and says that it touched nothing', () => {
    const hidden = setRegionHidden(withRegions, 'region-1', true);
    const driver = driveTool(eraser, hidden);
    driver.click(p(260, 210));
    expect(driver.document).toBe(hidden);
    expect(driver.hint).toBe('Nothing was erased: that stroke touches no region.');
  });
});

describe('Shift-click', () => {
  test('draws a straight line from where the last stroke ended, at any zoom since', () => {
    const driver = driveTool(brush, withImage, { options: { brushSize: 10 } });
    driver.drag(p(250, 200), p(300, 200));
    driver.click(p(400, 350), { shift: true });
    driver.click(p(560, 250), { shift: true });
    expect(faultsOf(driver.document, 5, p(250, 200), p(300, 200), p(400, 350), p(560, 250))).toEqual([]);
    expect(driver.commits).toHaveLength(3);
  });

  test('is an ordinary click before the first stroke, and after Escape', () => {
    const driver = driveTool(brush, withImage);
    driver.click(p(300, 200), { shift: true });
    driver.pressEscape();
    driver.click(p(500, 400), { shift: true });
    expect(driver.document.regions).toHaveLength(2);
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
    const driver = driveTool(brush, small, { zoom, options: { brushSize: 20, brushUnit } });
    strokeThrough(driver, [p(260, 210), p(330, 230)], { zoom });
    expect(faultsOf(driver.document, radius, p(260, 210), p(330, 230))).toEqual([]);
  });

  test('of the outline is that of the stroke, an ellipse where the image is stretched', () => {
    const stretched = { ...withImage, placement: { x: 0, y: 0, width: 800, height: 150 } };
    const driver = driveTool(brush, stretched, { options: { brushSize: 20, brushUnit: 'image' } });
    driver.moveTo(p(300, 100));
    expect(driver.draft.marks).toEqual([{ kind: 'circle', centre: p(300, 100), radius: p(20, 5) }]);
    driver.press(p(300, 100));
    expect(driver.draft.marks).toEqual([
      { kind: 'stroke', dabs: [{ x: 300, y: 100, share: 1 }], radius: p(20, 5), effect: 'paint' },
      { kind: 'circle', centre: p(300, 100), radius: p(20, 5) },
    ]);
  });

  test('goes up and down by round steps, from 1 to 500 px', () => {
    const sizesAfter = (key: string, start: number) => {
      const driver = driveTool(brush, withImage, { options: { brushSize: start } });
      const sizes = new Set<number>();
      for (let i = 0; i < 100; i++) {
        driver.pressKey(key);
        sizes.add(sizeOf(driver));
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
    const driver = driveTool(brush, withImage);
    driver.drag(p(250, 200), p(300, 200));
    const { session } = driver;
    const sizes = ([1, 1, 0, -1] as const).map((step) => {
      driver.send({ type: 'wheel', step });
      return sizeOf(driver);
    });
    expect(sizes).toEqual([45, 50, 50, 45]);
    expect(driver.session).toBe(session);
  });

  test('follows the pointer sideways while Alt is held at the press, and nothing is drawn', () => {
    const driver = driveTool(brush, withImage, { zoom: 2 });
    driver.startDrag(p(300, 300), p(315, 380), { alt: true });
    expect(sizeOf(driver)).toBe(100);
    expect(driver.draft.marks).toEqual([
      { kind: 'circle', centre: p(300, 300), radius: p(25, 25) },
      { kind: 'label', text: '100 px', at: p(300, 300) },
    ]);
    driver.release(p(315, 380));
    expect(driver.session.phase).toBe('idle');
    expect(driver.commits).toEqual([]);
    expect(sizeOf(driver)).toBe(100);
  });

  test('in image px follows the pointer as well', () => {
    const driver = driveTool(brush, small, { zoom: 2, options: { brushUnit: 'image' } });
    driver.startDrag(p(300, 300), p(310, 300), { alt: true });
    expect(sizeOf(driver)).toBe(80);
  });

  test('is as it was after Escape', () => {
    const driver = driveTool(brush, withImage);
    driver.startDrag(p(300, 300), p(380, 300), { alt: true });
    driver.pressEscape();
    expect(sizeOf(driver)).toBe(40);
  });
});

function sizeOf(driver: ToolDriver<StrokeSession>): number {
  return driver.options.brushSize;
}

describe('pressure', () => {
  const way = [p(300, 250), p(400, 250), p(500, 250)];

  test('varies the width where it is used: half of it gives the size that is set', () => {
    const driver = driveTool(brush, withImage, { options: { isPressureUsed: true } });
    strokeThrough(driver, way, { pressures: [0.1, 0.5, 1] });
    const pixels = rasteriseRings(visibleRings(driver.document.regions), imageSize);
    const discs = [4, 20, 40].map((radius, index) => ({ x: 100 + 100 * index, y: 100, radius }));
    expect(strokeFaults(pixels, imageSize, discs)).toEqual([]);
  });

  test('is spread evenly over the points gathered since the last move', () => {
    const driver = driveTool(brush, withImage, { options: { isPressureUsed: true } });
    driver.press(p(300, 250));
    driver.send({ ...moveEvent(p(320, 250)), pressure: 1, trail: [p(310, 250), p(320, 250)] });
    expect(driver.session).toMatchObject({ dabs: [{ share: 1 }, { share: 1.5 }, { share: 2 }] });
  });

  test('means nothing where it is not used', () => {
    const driver = driveTool(brush, withImage);
    strokeThrough(driver, way, { pressures: [0.1, 0.5, 1] });
    expect(faultsOf(driver.document, 20, ...way)).toEqual([]);
  });
});

test('the pointer gives way to the outline over the image, unless that is too small to be seen', () => {
  const driver = driveTool(brush, withImage);
  driver.moveTo(p(300, 300));
  expect(driver.cursor).toBe('none');
  driver.moveTo(p(100, 100));
  expect(driver.cursor).toBe('crosshair');
  const small = driveTool(brush, withImage, { options: { brushSize: 4 } });
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
      const driver = driveTool(tool, withRegions, { options: chosen });
      for (const { kind, at, key, ...rest } of steps) {
        const event = { ...moveEvent(at), ...rest };
        if (kind === 'press') driver.send({ ...event, type: 'down', clicks: 1 });
        if (kind === 'move') driver.send(event);
        if (kind === 'release') driver.send({ ...event, type: 'up' });
        if (kind === 'key') driver.pressKey(key);
        if (kind === 'escape') driver.pressEscape();
      }
      const changed = new Set(driver.commits.flatMap(({ regions }) => regions));
      expect([...changed].flatMap(({ rings }) => normalFormFaults(rings))).toEqual([]);
    }),
    { numRuns: propertyRuns(12), endOnFailure: true },
  );
});
