import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../src/contract/limits.ts';
import type { Document } from '../../src/model/document.ts';
import { intersectRects, rectOfSize } from '../../src/model/geometry/rect.ts';
import { type ToolId, tools } from '../../src/tools/registry.ts';
import type { Modifiers, Tool, ToolEvent } from '../../src/tools/tool.ts';
import type { ToolOptions } from '../../src/tools/toolOptions.ts';
import { type Hand, takeUp } from '../helpers/gestures.ts';
import { normalFormFaults } from '../model/mask/ringFixtures.ts';
import { blank, p, withImage, withRegions } from './samples.ts';

const everyTool = Object.entries<Tool>(tools);

test('tools are known by these ids, names and keys', () => {
  expect(everyTool.map(([id, { label, key }]) => [id, label, key])).toEqual([
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

/** Every phase a tool's session can have. */
const phases: Record<ToolId, readonly string[]> = {
  move: ['idle', 'pressed', 'dragging'],
  select: ['idle', 'pressed', 'dragging', 'marquee'],
  brush: ['idle', 'drawing', 'sizing'],
  eraser: ['idle', 'drawing', 'sizing'],
  lasso: ['idle', 'pressed', 'drawing'],
  polygon: ['idle', 'placing', 'pressing'],
  rectangle: ['idle', 'pressed', 'dragging'],
  ellipse: ['idle', 'pressed', 'dragging'],
  wand: ['idle', 'asking', 'adjusting'],
  pan: ['idle', 'panning'],
};

const modifiers: fc.Arbitrary<Modifiers> = fc.record({
  shift: fc.boolean(),
  alt: fc.boolean(),
  ctrl: fc.boolean(),
  space: fc.boolean(),
});
/** Often on something: corners, edges and middles of what the samples hold. */
const spot = fc.constantFrom(
  ...[p(200, 150), p(600, 450), p(400, 300), p(210, 160), p(310, 160), p(260, 160), p(260, 210), p(460, 310)],
  ...[p(0, 300), p(-14, 300), p(800, 300), p(400, 614), p(20, 20)],
);
const anywhere = fc.record({
  x: fc.double({ min: -3000, max: 6000, noNaN: true }),
  y: fc.double({ min: -3000, max: 6000, noNaN: true }),
});
const point = fc.oneof(spot, spot, anywhere);
const zoom = fc.constantFrom(0.1, 1, 3);

function position(type: 'down' | 'move' | 'up'): fc.Arbitrary<ToolEvent> {
  return fc
    .record({ point, modifiers, zoom, isSecondary: fc.boolean(), clicks: fc.integer({ min: 1, max: 3 }) })
    .map((input) => ({
      type,
      point: input.point,
      screen: p(input.point.x * input.zoom, input.point.y * input.zoom),
      modifiers: input.modifiers,
      unitsPerPixel: 1 / input.zoom,
      pressure: 0.5,
      isSecondary: input.isSecondary,
      trail: [input.point],
      clicks: input.clicks,
    }));
}

const event: fc.Arbitrary<ToolEvent> = fc.oneof(
  { weight: 4, arbitrary: position('down') },
  { weight: 6, arbitrary: position('move') },
  { weight: 4, arbitrary: position('up') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('cancel', 'confirm', 'delete').map((type) => ({ type }) as ToolEvent),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('key' as const),
      key: fc.constantFrom('ArrowLeft', 'ArrowDown', 'Backspace', 'x', 'constructor'),
      modifiers,
    }),
  },
);

const start = fc.constantFrom(blank, withImage, withRegions);
const options: fc.Arbitrary<Partial<ToolOptions>> = fc.record({
  maskMode: fc.constantFrom('new', 'add', 'subtract', 'intersect'),
});

/** What is wrong with a document, as far as tools could make it so. */
function faults({ image, canvas, placement, regions }: Document): string[] {
  const sides = [canvas.width, canvas.height];
  const numbers = [...sides, placement.x, placement.y, placement.width, placement.height];
  const rings = regions.flatMap((region) => region.rings);
  const vertices = rings.flat().flatMap(({ x, y }) => [x, y]);
  const checks: [string, boolean][] = [
    ['numbers that are not whole', [...numbers, ...vertices].every((value) => Number.isInteger(value))],
    ['minus zero', [...numbers, ...vertices].every((value) => !Object.is(value, -0))],
    [
      'a side out of limits',
      sides.every((side) => side >= limits.canvasSideMin && side <= limits.canvasSideMax),
    ],
    ['an image off the frame', image === null || intersectRects(placement, rectOfSize(canvas)) !== undefined],
    ['a region without rings', regions.every((region) => region.rings.length > 0)],
    ['an id twice', new Set(regions.map(({ id }) => id)).size === regions.length],
  ];
  return [
    ...checks.filter(([, isRight]) => !isRight).map(([name]) => name),
    ...regions.flatMap((region) => normalFormFaults(region.rings)),
  ];
}

/** What is selected but does not exist. */
function lostSelection({ document, selection }: Pick<Hand<unknown>, 'document' | 'selection'>) {
  const regionOf = (id: string) => document.regions.find((region) => region.id === id);
  return [
    ...selection.regionIds.filter((id) => regionOf(id) === undefined),
    ...selection.vertices.filter(
      ({ regionId, ring, index }) => regionOf(regionId)?.rings[ring]?.[index] === undefined,
    ),
  ];
}

test.each(everyTool)('%s stays valid whatever happens, and is idle after Escape', (id, tool) => {
  fc.assert(
    fc.property(start, options, fc.array(event, { maxLength: 25 }), (document, options, events) => {
      const hand = takeUp(tool, document, { options });
      const trace = events.map((each) => {
        const before = hand.document;
        hand.send(each);
        const { phase } = hand.session;
        return {
          phase,
          isUntouched: phase === 'idle' || hand.document === before,
          isTold: hand.hint !== '' && hand.cursor !== '' && Array.isArray(hand.draft.marks),
          lost: lostSelection(hand),
        };
      });
      expect(trace.filter(({ phase }) => !phases[id as ToolId].includes(phase))).toEqual([]);
      expect(
        trace.filter(({ isUntouched, isTold, lost }) => !isUntouched || !isTold || lost.length > 0),
      ).toEqual([]);
      expect(hand.commits.flatMap(faults)).toEqual([]);
      hand.escape();
      expect(hand.session).toEqual(tool.idle);
    }),
    { numRuns: 300 },
  );
});
