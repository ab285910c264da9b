import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { moveImage } from '../../src/tools/move/tool.ts';
import { driveTool } from '../helpers/driveTool.ts';
import { blank, p, withImage } from './samples.ts';

const free = { ctrl: true };
const placedAt = (x: number, y: number, width = 400, height = 300): Document => ({
  ...withImage,
  placement: { x, y, width, height },
});

describe('the states of moving', () => {
  test('a press becomes a drag after 4 CSS px, and a click changes nothing', () => {
    const driver = driveTool(moveImage, withImage);
    driver.press(p(400, 300));
    expect(driver.session.phase).toBe('pressed');
    driver.moveTo(p(402, 301));
    expect(driver.session.phase).toBe('pressed');
    driver.moveTo(p(410, 300));
    expect(driver.session.phase).toBe('dragging');
    driver.moveTo(p(401, 300));
    expect(driver.session.phase).toBe('dragging');
    driver.release(p(400, 300));
    expect(driver.session).toBe(moveImage.idle);
    expect(driver.commits).toEqual([]);
  });

  test('Escape ends a drag with nothing changed', () => {
    const driver = driveTool(moveImage, withImage);
    driver.startDrag(p(400, 300), p(450, 350));
    driver.pressEscape();
    driver.release(p(450, 350));
    expect(driver.session).toBe(moveImage.idle);
    expect(driver.document).toBe(withImage);
  });

  test('a press beside everything begins nothing', () => {
    const driver = driveTool(moveImage, withImage);
    driver.drag(p(100, 100), p(150, 150));
    expect(driver.session).toBe(moveImage.idle);
    expect(driver.commits).toEqual([]);
  });

  test('Enter, Delete and other keys do nothing, in a drag or out of it', () => {
    const driver = driveTool(moveImage, withImage);
    driver.pressEnter();
    driver.pressDelete();
    driver.pressKey('x');
    expect(driver.session).toBe(moveImage.idle);
    driver.startDrag(p(400, 300), p(450, 350));
    const before = driver.session;
    driver.pressEnter();
    driver.pressDelete();
    driver.pressKey('ArrowLeft');
    expect(driver.session).toBe(before);
    expect(driver.commits).toEqual([]);
  });
});

describe('dragging the image', () => {
  test('moves it by whole px, in one commit, and keeps the regions as they are', () => {
    const driver = driveTool(moveImage, withImage);
    driver.drag(p(400, 300), p(440.4, 330.6), free);
    expect(driver.commits).toEqual([placedAt(240, 181)]);
    expect(driver.document.regions).toBe(withImage.regions);
  });

  test('Shift keeps to the axis of the larger movement, where only the other one snaps', () => {
    const driver = driveTool(moveImage, placedAt(203, 152));
    driver.drag(p(400, 300), p(440, 306), { shift: true });
    expect(driver.document).toEqual(placedAt(243, 152));
  });

  test('snaps to the frame within 8 CSS px, draws the guide, and says where the image is', () => {
    const driver = driveTool(moveImage, withImage, { zoom: 2 });
    driver.startDrag(p(400, 300), p(203.5, 260));
    expect(driver.draft.document).toEqual(placedAt(0, 110));
    expect(driver.draft.marks.filter(({ kind }) => kind === 'guide' || kind === 'label')).toEqual([
      { kind: 'guide', axis: 'x', at: 0 },
      { kind: 'guide', axis: 'x', at: 400 },
      { kind: 'label', text: '0, 110', at: p(203.5, 260) },
    ]);
    driver.moveTo(p(204.5, 260));
    expect(driver.draft.document).toEqual(placedAt(5, 110));
    driver.moveTo(p(203.5, 260), free);
    expect(driver.draft.document).toEqual(placedAt(4, 110));
  });

  test('never leaves the frame altogether', () => {
    const driver = driveTool(moveImage, withImage);
    driver.drag(p(400, 300), p(4000, 300), free);
    expect(driver.document).toEqual(placedAt(799, 150));
  });

  test.each([
    ['ArrowRight', {}, placedAt(201, 150)],
    ['ArrowUp', { shift: true }, placedAt(200, 140)],
  ])('%s nudges it in a commit of its own', (key, held, expected) => {
    const driver = driveTool(moveImage, withImage);
    driver.pressKey(key, held);
    expect(driver.commits).toEqual([expected]);
    driver.pressKey(key, held);
    expect(driver.commits).toHaveLength(2);
  });

  test('arrows move nothing without an image', () => {
    const driver = driveTool(moveImage, blank);
    driver.pressKey('ArrowLeft');
    expect(driver.document).toBe(blank);
  });
});

describe('dragging a handle', () => {
  test.each([
    ['a corner keeps the ratio', p(600, 450), p(640, 450), {}, placedAt(200, 150, 440, 330)],
    [
      'a corner with Shift scales freely',
      p(600, 450),
      p(640, 450),
      { shift: true },
      placedAt(200, 150, 440, 300),
    ],
    ['a side scales one axis', p(600, 300), p(640, 350), {}, placedAt(200, 150, 440, 300)],
    [
      'a side with Shift keeps the ratio',
      p(600, 300),
      p(640, 300),
      { shift: true },
      placedAt(200, 135, 440, 330),
    ],
    ['Alt scales from the centre', p(600, 300), p(620, 300), { alt: true }, placedAt(180, 150, 440, 300)],
    ['the top left corner moves the origin', p(200, 150), p(160, 120), {}, placedAt(160, 120, 440, 330)],
  ])('%s', (_name, from, to, held, expected) => {
    const driver = driveTool(moveImage, withImage);
    driver.drag(from, to, { ...held, ...free });
    expect(driver.commits).toEqual([expected]);
  });

  test('does not jump to the pointer where it was pressed off its middle', () => {
    const driver = driveTool(moveImage, withImage);
    driver.drag(p(606, 300), p(646, 300), free);
    expect(driver.document).toEqual(placedAt(200, 150, 440, 300));
  });

  test('the ratio of the photograph does not drift from one drag to the next', () => {
    const driver = driveTool(moveImage, withImage);
    let corner = p(600, 450);
    for (const to of [p(301, 220), p(577, 431), p(333, 251), p(700, 525)]) {
      driver.drag(corner, to, free);
      const { x, y, width, height } = driver.document.placement;
      expect(Math.abs(width / height - 4 / 3) * height).toBeLessThanOrEqual(1);
      corner = p(x + width, y + height);
    }
  });

  test('snaps to the frame and says the size', () => {
    const driver = driveTool(moveImage, withImage);
    driver.startDrag(p(600, 300), p(795, 300));
    expect(driver.draft.document).toEqual(placedAt(200, 150, 600, 300));
    expect(driver.draft.marks).toContainEqual({ kind: 'guide', axis: 'x', at: 800 });
    expect(driver.draft.marks).toContainEqual({ kind: 'label', text: '600 × 300', at: p(795, 300) });
  });

  test('a small image has handles on its corners only, and can still be moved', () => {
    const driver = driveTool(moveImage, placedAt(200, 150, 36, 27));
    driver.drag(p(218, 152), p(268, 152), free);
    driver.drag(p(252, 163), p(252, 173), free);
    expect(driver.commits).toEqual([placedAt(250, 150, 36, 27), placedAt(250, 160, 36, 27)]);
  });
});

describe('a handle that is pulled outwards by 40 px across and 30 px up or down', () => {
  /** Of a placement whose edges have moved outwards by these px. */
  const grown = (left: number, top: number, right: number, bottom: number) =>
    placedAt(200 - left, 150 - top, 400 + left + right, 300 + top + bottom);

  /** Where the handle pulls to, and what it makes of the image: alone, with Shift and with Alt. */
  test.each([
    ['nw', [-1, -1], grown(40, 30, 0, 0), grown(40, 30, 0, 0), grown(40, 30, 40, 30)],
    ['n', [0, -1], grown(0, 30, 0, 0), grown(20, 30, 20, 0), grown(0, 30, 0, 30)],
    ['ne', [1, -1], grown(0, 30, 40, 0), grown(0, 30, 40, 0), grown(40, 30, 40, 30)],
    ['e', [1, 0], grown(0, 0, 40, 0), grown(0, 15, 40, 15), grown(40, 0, 40, 0)],
    ['se', [1, 1], grown(0, 0, 40, 30), grown(0, 0, 40, 30), grown(40, 30, 40, 30)],
    ['s', [0, 1], grown(0, 0, 0, 30), grown(20, 0, 20, 30), grown(0, 30, 0, 30)],
    ['sw', [-1, 1], grown(40, 0, 0, 30), grown(40, 0, 0, 30), grown(40, 30, 40, 30)],
    ['w', [-1, 0], grown(40, 0, 0, 0), grown(40, 15, 0, 15), grown(40, 0, 40, 0)],
  ] as const)('%s scales the image, with Shift and with Alt too', (_name, [dx, dy], ...expected) => {
    const from = p(400 + dx * 200, 300 + dy * 150);
    const made = [{}, { shift: true }, { alt: true }].map((held) => {
      const driver = driveTool(moveImage, withImage);
      driver.drag(from, p(from.x + dx * 40, from.y + dy * 30), { ...held, ...free });
      return driver.document;
    });
    expect(made).toEqual(expected);
  });
});

describe("dragging the frame's edges", () => {
  test.each([
    ['right, by its line', p(802, 70), p(902, 70), {}, 900, 600, p(200, 150), p(0, 0)],
    ['bottom, by its grip', p(400, 614), p(400, 664), {}, 800, 650, p(200, 150), p(0, 0)],
    ['left, by its grip', p(-14, 300), p(-114, 300), {}, 900, 600, p(300, 150), p(-100, 0)],
    ['top, inwards', p(400, -14), p(400, 36), {}, 800, 550, p(200, 100), p(0, 50)],
    ['left and right with Alt', p(-14, 300), p(-114, 300), { alt: true }, 1000, 600, p(300, 150), p(-100, 0)],
    ['right, down to the smallest', p(802, 70), p(100, 70), {}, 201, 600, p(200, 150), p(0, 0)],
    ['right, up to the largest', p(802, 70), p(9000, 70), {}, 4096, 600, p(200, 150), p(0, 0)],
  ])('%s: the picture stays where it is on screen', (_name, from, to, held, width, height, at, origin) => {
    const driver = driveTool(moveImage, withImage);
    const expected = { ...placedAt(at.x, at.y), canvas: { width, height } };
    driver.startDrag(from, to, { ...held, ...free });
    expect(driver.draft).toMatchObject({ document: expected, origin });
    driver.release(to, { ...held, ...free });
    expect(driver.commits).toEqual([expected]);
    expect(driver.origin).toEqual(origin);
  });

  test('the view follows in CSS px when the origin moves', () => {
    const driver = driveTool(moveImage, withImage, { zoom: 2 });
    driver.drag(p(-7, 300), p(-57, 300));
    expect(driver.document.canvas).toEqual({ width: 850, height: 600 });
    expect(driver.origin).toEqual(p(-100, 0));
  });

  test('snaps to the edges of the image, with a guide where that edge is in the draft', () => {
    const driver = driveTool(moveImage, withImage);
    driver.startDrag(p(-14, 300), p(181, 300));
    expect(driver.draft).toMatchObject({
      document: { ...placedAt(0, 150), canvas: { width: 600, height: 600 } },
      origin: p(200, 0),
    });
    expect(driver.draft.marks).toContainEqual({ kind: 'guide', axis: 'x', at: 0 });
    expect(driver.draft.marks).toContainEqual({ kind: 'label', text: '600 × 600', at: p(-19, 300) });
  });

  test.each([
    ['one edge', {}, 900, p(-100, 0)],
    ['both with Alt', { alt: true }, 1000, p(-100, 0)],
  ])('works without an image: %s', (_name, held, width, origin) => {
    const driver = driveTool(moveImage, blank);
    driver.drag(p(-14, 300), p(-114, 300), held);
    const canvas = { width, height: 600 };
    expect(driver.commits).toEqual([{ ...blank, canvas, placement: { x: 0, y: 0, ...canvas } }]);
    expect(driver.origin).toEqual(origin);
  });

  test('bringing the edge back changes nothing and leaves the view alone', () => {
    const driver = driveTool(moveImage, withImage);
    driver.startDrag(p(-14, 300), p(-114, 300));
    driver.moveTo(p(-14, 300));
    driver.release(p(-14, 300));
    expect(driver.commits).toEqual([]);
    expect(driver.origin).toEqual(p(0, 0));
  });
});

describe('what is under the pointer', () => {
  test.each([
    ['a handle before the image', p(594, 444), 'nwse-resize'],
    ['the middle of a side', p(400, 146), 'ns-resize'],
    ['the image', p(400, 300), 'move'],
    ['the line of an edge of the frame', p(797, 20), 'ew-resize'],
    ['a grip', p(400, -14), 'ns-resize'],
    ['nothing', p(100, 100), 'default'],
  ])('%s', (_name, at, cursor) => {
    const driver = driveTool(moveImage, withImage);
    driver.moveTo(at);
    expect(driver.cursor).toBe(cursor);
  });

  test('where the image fills the frame, handles come first and grips stay in reach', () => {
    const driver = driveTool(moveImage, { ...withImage, placement: { x: 0, y: 0, width: 800, height: 600 } });
    driver.drag(p(800, 300), p(850, 300), free);
    expect(driver.document.placement).toEqual({ x: 0, y: 0, width: 850, height: 600 });
    driver.drag(p(814, 300), p(864, 300), free);
    expect(driver.document.canvas).toEqual({ width: 850, height: 600 });
  });
});

test('at rest the box, its handles and the grips are drawn; without an image the grips alone', () => {
  const grips = [
    { kind: 'grip', at: p(400, -14), axis: 'x' },
    { kind: 'grip', at: p(814, 300), axis: 'y' },
    { kind: 'grip', at: p(400, 614), axis: 'x' },
    { kind: 'grip', at: p(-14, 300), axis: 'y' },
  ];
  const corners = [p(200, 150), p(600, 150), p(600, 450), p(200, 450)];
  const middles = [p(400, 150), p(600, 300), p(400, 450), p(200, 300)];
  expect(driveTool(moveImage, withImage).draft).toEqual({
    marks: [
      ...grips,
      { kind: 'path', points: corners, isClosed: true, style: 'box' },
      { kind: 'handles', points: [...corners, ...middles], style: 'scale' },
    ],
  });
  expect(driveTool(moveImage, blank).draft).toEqual({ marks: grips });
});
