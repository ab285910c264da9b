import { describe, expect, test } from 'vitest';
import { addRegion, setRegionHidden } from '../../src/model/document/regions.ts';
import { ellipse } from '../../src/tools/ellipse/tool.ts';
import { lasso } from '../../src/tools/lasso/tool.ts';
import { polygon } from '../../src/tools/polygon/tool.ts';
import { rectangle } from '../../src/tools/rectangle/tool.ts';
import type { Tool } from '../../src/tools/tool.ts';
import { driveTool } from '../helpers/driveTool.ts';
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
    const driver = driveTool(rectangle, withSquare, { options: { combineMode } });
    driver.drag(p(260, 160), p(360, 260), held);
    expect(driver.commits).toHaveLength(1);
    expect(driver.document.regions).toHaveLength(count);
    if (count === 1) expect(verticesOf(driver.document, 'region-1')).toEqual(expected);
  });
});

test('the keys choose at the press alone; pressed later they constrain the shape', () => {
  const driver = driveTool(rectangle, withSquare);
  driver.press(p(260, 160), shift);
  driver.moveTo(p(300, 180), shift);
  expect(driver.session).toMatchObject({ rect: { x: 60, y: 10, width: 40, height: 20 } });
  driver.moveTo(p(300, 180));
  driver.moveTo(p(300, 180), shift);
  expect(driver.session).toMatchObject({ rect: { x: 60, y: 10, width: 40, height: 40 } });
  driver.moveTo(p(300, 180), alt);
  expect(driver.session).toMatchObject({ rect: { x: 20, y: -10, width: 80, height: 40 } });
  driver.release(p(300, 180), alt);
  expect(driver.document.regions.map(({ id }) => id)).toEqual(['region-1']);
});

test.each([
  ['there is none', withImage],
  ['all are hidden', hiddenSquare],
])('where no region can be seen because %s, the keys constrain from the start', (_name, document) => {
  const driver = driveTool(rectangle, document);
  driver.drag(p(300, 200), p(340, 220), both);
  expect(verticesOf(driver.document, driver.selection.regionIds[0] ?? '')).toEqual([
    p(60, 10),
    p(140, 10),
    p(60, 90),
    p(140, 90),
  ]);
});

test('a polygon takes its mode from the first press, and 45° from keys pressed after', () => {
  const driver = driveTool(polygon, withSquare);
  driver.click(p(260, 150), alt);
  driver.click(p(400, 150));
  driver.click(p(402, 280), shift);
  driver.click(p(260, 280));
  driver.pressEnter();
  expect(verticesOf(driver.document, 'region-1')).toEqual([p(10, 10), p(60, 10), p(10, 110), p(60, 110)]);
});

const everyDrawing: [string, Tool][] = Object.entries<Tool>({ rectangle, ellipse, lasso, polygon });

/** Draws something in or around the square from `from` to `to`, whatever the tool. */
function draw(tool: Tool, combineMode: 'subtract' | 'intersect', from: number, to: number, selection = one) {
  const driver = driveTool(tool, withRegions, { options: { combineMode }, selection });
  driver.press(p(from, from));
  for (const at of [p(to, from), p(to, to)]) driver.moveTo(at);
  driver.release(p(to, to));
  if (driver.session.phase !== 'idle') {
    driver.click(p(from, to));
    driver.pressEnter();
  }
  return driver;
}

describe.each(everyDrawing)('with the %s', (_name, tool) => {
  test.each([
    ['subtract', 'Nothing was subtracted: that shape touches no region.'],
    ['intersect', 'Nothing was changed: that shape touches no region.'],
  ] as const)('to %s where nothing is changes nothing and says so', (combineMode, notice) => {
    const driver = draw(tool, combineMode, 430, 470);
    expect(driver.hint).toBe(notice);
    expect(driver.commits).toEqual([]);
    expect(driver.selection).toEqual(one);
  });

  test.each([
    ['subtract', ['region-1', 'region-2']],
    ['intersect', ['region-1']],
  ] as const)('to %s leaves selected what is left', (combineMode, left) => {
    const driver = draw(tool, combineMode, 230, 290);
    expect(driver.commits).toHaveLength(1);
    expect(driver.document.regions.map(({ id }) => id)).toEqual(left);
    expect(driver.selection).toEqual(one);
  });
});

test.each([
  ['subtract', ['region-2']],
  ['intersect', ['region-1']],
] as const)('to %s acts on all visible regions, whatever is selected', (combineMode, left) => {
  const other = { regionIds: ['region-2'], vertices: [] };
  const driver = draw(rectangle, combineMode, 150, 330, other);
  expect(driver.document.regions.map(({ id }) => id)).toEqual(left);
  expect(driver.selection.regionIds).toEqual(left.filter((id) => id === 'region-2'));
});

test('to add unites with what it touches, whatever is selected, and selects that', () => {
  const other = { regionIds: ['region-2'], vertices: [] };
  const driver = driveTool(rectangle, withRegions, { options: { combineMode: 'add' }, selection: other });
  driver.drag(p(260, 160), p(360, 260));
  expect(driver.document.regions.map(({ id }) => id)).toEqual(['region-1', 'region-2']);
  expect(driver.selection).toEqual(one);
});

test('to intersect with all that there is changes nothing and says so', () => {
  const driver = draw(rectangle, 'intersect', 100, 540);
  expect(driver.hint).toBe('Nothing was changed: that shape leaves nothing out.');
  expect(driver.commits).toEqual([]);
});

test('to add inside a region changes nothing and says so', () => {
  const driver = driveTool(rectangle, withSquare);
  driver.drag(p(230, 180), p(260, 220), shift);
  expect(driver.hint).toBe('Nothing was added: all of that shape is in a region already.');
  expect(driver.commits).toEqual([]);
});

test('a shape around the image is not beside it', () => {
  const driver = driveTool(rectangle, withImage);
  driver.drag(p(100, 100), p(700, 500));
  expect(driver.commits).toHaveLength(1);
});

test('a region that was cut away altogether is not selected any more', () => {
  const driver = draw(rectangle, 'subtract', 100, 350);
  expect(driver.document.regions.map(({ id }) => id)).toEqual(['region-2']);
  expect(driver.selection).toEqual({ regionIds: [], vertices: [] });
});

test('the outline looks like its mode', () => {
  const lookWith = (held: object) => {
    const driver = driveTool(rectangle, withSquare);
    driver.startDrag(p(260, 160), p(360, 260), held);
    return driver.draft.marks.flatMap((mark) => (mark.kind === 'path' ? [mark.style] : []));
  };
  expect([{}, shift, alt, both].map(lookWith)).toEqual([
    ['draft'],
    ['draft'],
    ['draftSubtract'],
    ['draftIntersect'],
  ]);
});

test('the hint names the keys where they choose something', () => {
  expect(driveTool(rectangle, withImage).hint).toBe('Drag to draw a rectangle.');
  expect(driveTool(rectangle, withSquare).hint).toBe(
    'Drag to draw a rectangle. Shift adds, Alt subtracts, both keep the overlap.',
  );
});
