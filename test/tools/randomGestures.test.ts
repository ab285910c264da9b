/**
 * Gestures as nobody would make them: presses, moves, releases, keys, wheel, options and answers in any order. 10,000 runs
 * a tool take some minutes: `FUZZ_RUNS=10000 npx vitest run --project node test/tools/randomGestures.test.ts`.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { limits } from '../../src/contract/limits.ts';
import type { Document } from '../../src/model/document/document.ts';
import type { Region } from '../../src/model/document/region.ts';
import { intersectRects, rectOfSize } from '../../src/model/geometry/rect.ts';
import type { Rings } from '../../src/model/geometry/rings/ring.ts';
import { initialState } from '../../src/store/editor/editorState.ts';
import { undo, withStep } from '../../src/store/editor/history.ts';
import { type ToolId, tools } from '../../src/tools/registry.ts';
import type { Modifiers, Tool, ToolEvent } from '../../src/tools/tool.ts';
import type { ToolOptions } from '../../src/tools/toolOptions.ts';
import { driveTool, type ToolDriver } from '../helpers/driveTool.ts';
import { propertyRuns } from '../helpers/propertyRuns.ts';
import { normalFormFaults } from '../model/geometry/rings/ringFixtures.ts';
import { blank, p, square, withHoles, withImage, withRegions } from './samples.ts';

const runs = propertyRuns(40);
/** Far more than a run takes on a slow machine. */
const msPerRun = 60;

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

/** Seldom held, or little would be drawn. */
const seldom = fc.constantFrom(false, false, false, true);
const modifiers: fc.Arbitrary<Modifiers> = fc.record({
  shift: seldom,
  alt: seldom,
  ctrl: seldom,
  space: seldom,
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
const onImage = fc.record({
  x: fc.double({ min: 190, max: 610, noNaN: true }),
  y: fc.double({ min: 140, max: 460, noNaN: true }),
});
const point = fc.oneof(spot, onImage, onImage, anywhere);
const zoom = fc.constantFrom(0.1, 1, 3);

function position(type: 'down' | 'move' | 'up'): fc.Arbitrary<ToolEvent> {
  return fc
    .record({
      point,
      modifiers,
      zoom,
      isSecondary: fc.boolean(),
      isTouch: fc.boolean(),
      clicks: fc.constantFrom(1, 1, 1, 1, 2, 3),
      pressure: fc.constantFrom(0, 0.5, 1),
      way: fc.array(point, { maxLength: 3 }),
    })
    .map((input) => ({
      type,
      point: input.point,
      screen: p(input.point.x * input.zoom, input.point.y * input.zoom),
      modifiers: input.modifiers,
      unitsPerPixel: 1 / input.zoom,
      pressure: input.pressure,
      isSecondary: input.isSecondary,
      isTouch: input.isTouch,
      trail: [...input.way, input.point],
      clicks: input.clicks,
    }));
}

const key = fc.record({
  type: fc.constant('key' as const),
  key: fc.constantFrom(
    ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Tab', 'Backspace', 'Enter', 'Home'],
    ...['[', ']', 'x', 'Shift', ' ', 'constructor'],
  ),
  modifiers,
});
const wheel = fc.constantFrom(-1, 0, 1).map((step) => ({ type: 'wheel', step }) as ToolEvent);
const word = fc.constantFrom('cancel', 'confirm', 'delete').map((type) => ({ type }) as ToolEvent);

const changedOptions: fc.Arbitrary<Partial<ToolOptions>> = fc.record(
  {
    combineMode: fc.constantFrom('new', 'add', 'subtract', 'intersect'),
    brushSize: fc.constantFrom(1, 10, 40, 500),
    brushUnit: fc.constantFrom('screen', 'image'),
    isPressureUsed: fc.boolean(),
    tolerance: fc.integer({ min: 0, max: 255 }),
    isContiguous: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Outlines as a worker sends them: in normal form, over what is there, beside it, with a hole, or none. */
const outline: fc.Arbitrary<Rings | undefined> = fc.constantFrom(
  [square(50, 50, 200)],
  [square(0, 0, 300), square(20, 20, 60).toReversed()],
  [square(380, 280, 20)],
  [],
  undefined,
);

/** What happens next: an event, options that change, or the worker's answer to what the tool has asked last. */
type Step =
  | { readonly event: ToolEvent }
  | { readonly options: Partial<ToolOptions>; readonly isFinal: boolean }
  | { readonly answer: Rings | undefined };

/** A press, moves and a release, and nothing else meanwhile. */
const drag = fc
  .tuple(position('down'), fc.array(position('move'), { minLength: 1, maxLength: 3 }), position('up'))
  .map(([down, moves, up]) => [down, ...moves, up]);
const click = position('down').map((down) => [down, { ...down, type: 'up' } as ToolEvent]);
const single = fc.oneof(
  { weight: 4, arbitrary: position('down') },
  { weight: 6, arbitrary: position('move') },
  { weight: 4, arbitrary: position('up') },
  { weight: 1, arbitrary: word },
  { weight: 3, arbitrary: key },
  { weight: 1, arbitrary: wheel },
);
const asSteps = (events: readonly ToolEvent[]): Step[] => events.map((event) => ({ event }));

const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: drag.map(asSteps) },
      { weight: 2, arbitrary: click.map(asSteps) },
      { weight: 6, arbitrary: single.map((event) => asSteps([event])) },
      { weight: 1, arbitrary: fc.tuple(fc.record({ options: changedOptions, isFinal: fc.boolean() })) },
      { weight: 3, arbitrary: fc.tuple(fc.record({ answer: outline })) },
    ),
    { maxLength: 20, size: 'max' },
  )
  .map((parts) => parts.flat());

function take(driver: ToolDriver<{ readonly phase: string }>, each: Step) {
  if ('event' in each) return driver.send(each.event);
  if ('options' in each) {
    driver.changeOptions(each.options);
    return driver.send({ type: 'options', isFinal: each.isFinal });
  }
  if (driver.question !== undefined)
    driver.send({ type: 'answer', question: driver.question, rings: each.answer });
}

const start = fc.constantFrom(blank, withImage, withRegions, withHoles).map(frozen);

/** A document that throws where somebody writes to it, since then undo could not bring it back. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

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
  return checks.filter(([, isRight]) => !isRight).map(([name]) => name);
}

/** Regions are shared between documents, and looking at their edges takes long: each is looked at once. */
function regionFaults(documents: readonly Document[]): string[] {
  const regions = new Set<Region>(documents.flatMap((document) => document.regions));
  return [...regions].flatMap(({ rings }) => normalFormFaults(rings));
}

/** The document to which undoing every commit leads, where none of them is in memory any more. */
function undone(start: Document, commits: readonly Document[]): Document {
  vi.stubGlobal('WeakRef', Forgetful);
  let state = { ...initialState, document: start };
  for (const document of commits) {
    state = { ...state, document, history: withStep(state.history, state.document) };
  }
  for (const _ of commits) state = undo(state);
  vi.unstubAllGlobals();
  return state.document;
}

class Forgetful {
  deref() {
    return undefined;
  }
}

/** What is selected but does not exist. */
function lostSelection({ document, selection }: Pick<ToolDriver<unknown>, 'document' | 'selection'>) {
  const regionOf = (id: string) => document.regions.find((region) => region.id === id);
  return [
    ...selection.regionIds.filter((id) => regionOf(id) === undefined),
    ...selection.vertices.filter(
      ({ regionId, ring, index }) => regionOf(regionId)?.rings[ring]?.[index] === undefined,
    ),
  ];
}

test.each(Object.entries<Tool>(tools))(
  '%s stays valid whatever happens, undoes to the very start, and is idle after Escape',
  (id, tool) => {
    fc.assert(
      fc.property(start, changedOptions, steps, (document, options, steps) => {
        const driver = driveTool(tool, document, { options });
        const trace = steps.map((each) => {
          const before = driver.document;
          take(driver, each);
          frozen(driver.document);
          const { phase } = driver.session;
          return {
            phase,
            isUntouched: phase === 'idle' || driver.document === before || 'answer' in each,
            isTold: driver.hint !== '' && driver.cursor !== '' && Array.isArray(driver.draft.marks),
            lost: lostSelection(driver),
          };
        });
        expect(trace.filter(({ phase }) => !phases[id as ToolId].includes(phase))).toEqual([]);
        expect(
          trace.filter(({ isUntouched, isTold, lost }) => !isUntouched || !isTold || lost.length > 0),
        ).toEqual([]);
        expect(driver.commits.flatMap(faults)).toEqual([]);
        expect(regionFaults(driver.commits)).toEqual([]);
        expect(undone(document, driver.commits)).toStrictEqual(document);
        driver.pressEscape();
        expect(driver.session).toEqual(tool.idle);
      }),
      { numRuns: runs, endOnFailure: runs > 1000 },
    );
  },
  20_000 + runs * msPerRun,
);
