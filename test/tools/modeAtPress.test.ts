import { describe, expect, test } from 'vitest';
import { addRegion, setRegionHidden } from '../../src/model/document/regions.ts';
import { ellipse } from '../../src/tools/ellipse/tool.ts';
import { lasso } from '../../src/tools/lasso/tool.ts';
import { polygon } from '../../src/tools/polygon/tool.ts';
import { rectangle } from '../../src/tools/rectangle/tool.ts';
import type { Tool } from '../../src/tools/tool.ts';
import { takeUp } from '../helpers/driveTool.ts';
import { p, square, verticesOf, withImage, withRegions } from './samples.ts';

/** A square of 100 image px at canvas (210, 160) to (310, 260), not selected. */
const withSquare = addRegion(withImage, [square(10, 10, 100)]);
const hiddenSquare = setRegionHidden(withSquare, 'region-1', true);
const one = { regionIds: ['region-1'], vertices: [] };

const shift = { shift: true };
const alt = { alt: true };
const both = { shift: true, alt: true };

describe('what a rectangle across the right half of a region does', () => {
  test.each([
    ['is a region of its own', 'new', {}, [], 2],
    ['is added with Shift', 'new', shift, [p(10, 10), p(160, 10), p(10, 110), p(160, 110)], 1],
    ['is subtracted with Alt', 'new', alt, [p(10, 10), p(60, 10), p(10, 110), p(60, 110)], 1],
    ['keeps the overlap with both', 'new', both, [p(60, 10), p(110, 10), p(60, 110), p(110, 110)], 1],
    ['is added by the option', 'add', {}, [p(10, 10), p(160, 10), p(10, 110), p(160, 110)], 1],
    ['is subtracted by the option', 'subtract', {}, [p(10, 10), p(60, 10), p(10, 110), p(60, 110)], 1],
    [
      'is added by Shift against the option',
      'subtract',
      shift,
      [p(10, 10), p(160, 10), p(10, 110), p(160, 110)],
      1,
    ],
  ] as const)('it %s', (_name, combineMode, held, expected, count) => {
    const hand = takeUp(rectangle, withSquare, { options: { combineMode } });
    hand.drag(p(260, 160), p(360, 260), held);
    expect(hand.commits).toHaveLength(1);
    expect(hand.document.regions).toHaveLength(count);
    if (count === 1) expect(verticesOf(hand.document, 'region-1')).toEqual(expected);
  });
});

test('the keys choose at the press alone; pressed later they constrain the shape', () => {
  const hand = takeUp(rectangle, withSquare);
  hand.press(p(260, 160), shift);
  hand.moveTo(p(300, 180), shift);
  expect(hand.session).toMatchObject({ rect: { x: 60, y: 10, width: 40, height: 20 } });
  hand.moveTo(p(300, 180));
  hand.moveTo(p(300, 180), shift);
  expect(hand.session).toMatchObject({ rect: { x: 60, y: 10, width: 40, height: 40 } });
  hand.moveTo(p(300, 180), alt);
  expect(hand.session).toMatchObject({ rect: { x: 20, y: -10, width: 80, height: 40 } });
  hand.release(p(300, 180), alt);
  expect(hand.document.regions.map(({ id }) => id)).toEqual(['region-1']);
});

test.each([
  ['there is none', withImage],
  ['all are hidden', hiddenSquare],
])('where no region can be seen because %s, the keys constrain from the start', (_name, document) => {
  const hand = takeUp(rectangle, document);
  hand.drag(p(300, 200), p(340, 220), both);
  expect(verticesOf(hand.document, hand.selection.regionIds[0] ?? '')).toEqual([
    p(60, 10),
    p(140, 10),
    p(60, 90),
    p(140, 90),
  ]);
});

test('a polygon takes its mode from the first press, and 45° from keys pressed after', () => {
  const hand = takeUp(polygon, withSquare);
  hand.click(p(260, 150), alt);
  hand.click(p(400, 150));
  hand.click(p(402, 280), shift);
  hand.click(p(260, 280));
  hand.enter();
  expect(verticesOf(hand.document, 'region-1')).toEqual([p(10, 10), p(60, 10), p(10, 110), p(60, 110)]);
});

const everyDrawing: [string, Tool][] = Object.entries<Tool>({ rectangle, ellipse, lasso, polygon });

/** Draws something in or around the square from `from` to `to`, whatever the tool. */
function draw(tool: Tool, combineMode: 'subtract' | 'intersect', from: number, to: number, selection = one) {
  const hand = takeUp(tool, withRegions, { options: { combineMode }, selection });
  hand.press(p(from, from));
  for (const at of [p(to, from), p(to, to)]) hand.moveTo(at);
  hand.release(p(to, to));
  if (hand.session.phase !== 'idle') {
    hand.click(p(from, to));
    hand.enter();
  }
  return hand;
}

describe.each(everyDrawing)('with the %s', (_name, tool) => {
  test.each([
    ['subtract', 'Nothing was subtracted: that shape touches no region.'],
    ['intersect', 'Nothing was changed: that shape touches no region.'],
  ] as const)('to %s where nothing is changes nothing and says so', (combineMode, notice) => {
    const hand = draw(tool, combineMode, 430, 470);
    expect(hand.hint).toBe(notice);
    expect(hand.commits).toEqual([]);
    expect(hand.selection).toEqual(one);
  });

  test.each([
    ['subtract', ['region-1', 'region-2']],
    ['intersect', ['region-1']],
  ] as const)('to %s leaves selected what is left', (combineMode, left) => {
    const hand = draw(tool, combineMode, 230, 290);
    expect(hand.commits).toHaveLength(1);
    expect(hand.document.regions.map(({ id }) => id)).toEqual(left);
    expect(hand.selection).toEqual(one);
  });
});

test.each([
  ['subtract', ['region-2']],
  ['intersect', ['region-1']],
] as const)('to %s acts on all visible regions, whatever is selected', (combineMode, left) => {
  const other = { regionIds: ['region-2'], vertices: [] };
  const hand = draw(rectangle, combineMode, 150, 330, other);
  expect(hand.document.regions.map(({ id }) => id)).toEqual(left);
  expect(hand.selection.regionIds).toEqual(left.filter((id) => id === 'region-2'));
});

test('to add unites with what it touches, whatever is selected, and selects that', () => {
  const other = { regionIds: ['region-2'], vertices: [] };
  const hand = takeUp(rectangle, withRegions, { options: { combineMode: 'add' }, selection: other });
  hand.drag(p(260, 160), p(360, 260));
  expect(hand.document.regions.map(({ id }) => id)).toEqual(['region-1', 'region-2']);
  expect(hand.selection).toEqual(one);
});

test('to intersect with all that there is changes nothing and says so', () => {
  const hand = draw(rectangle, 'intersect', 100, 540);
  expect(hand.hint).toBe('Nothing was changed: that shape leaves nothing out.');
  expect(hand.commits).toEqual([]);
});

test('to add inside a region changes nothing and says so', () => {
  const hand = takeUp(rectangle, withSquare);
  hand.drag(p(230, 180), p(260, 220), shift);
  expect(hand.hint).toBe('Nothing was added: all of that shape is in a region already.');
  expect(hand.commits).toEqual([]);
});

test('a shape around the image is not beside it', () => {
  const hand = takeUp(rectangle, withImage);
  hand.drag(p(100, 100), p(700, 500));
  expect(hand.commits).toHaveLength(1);
});

test('a region that was cut away altogether is not selected any more', () => {
  const hand = draw(rectangle, 'subtract', 100, 350);
  expect(hand.document.regions.map(({ id }) => id)).toEqual(['region-2']);
  expect(hand.selection).toEqual({ regionIds: [], vertices: [] });
});

test('the outline looks like its mode', () => {
  const lookWith = (held: object) => {
    const hand = takeUp(rectangle, withSquare);
    hand.startDrag(p(260, 160), p(360, 260), held);
    return hand.draft.marks.flatMap((mark) => (mark.kind === 'path' ? [mark.look] : []));
  };
  expect([{}, shift, alt, both].map(lookWith)).toEqual([
    ['draft'],
    ['draft'],
    ['draftSubtract'],
    ['draftIntersect'],
  ]);
});

test('the hint names the keys where they choose something', () => {
  expect(takeUp(rectangle, withImage).hint).toBe('Drag to draw a rectangle.');
  expect(takeUp(rectangle, withSquare).hint).toBe(
    'Drag to draw a rectangle. Shift adds, Alt subtracts, both keep the overlap.',
  );
});
