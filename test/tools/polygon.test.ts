import { describe, expect, test } from 'vitest';
import { polygon } from '../../src/tools/polygon/tool.ts';
import { takeUp } from '../helpers/driveTool.ts';
import { blank, p, verticesOf, withImage } from './samples.ts';

const triangle = [p(300, 200), p(500, 200), p(500, 400)];
const triangleInImage = [p(100, 50), p(300, 50), p(300, 250)];

function placed(...points: { x: number; y: number }[]) {
  const hand = takeUp(polygon, withImage);
  for (const point of points) hand.click(point);
  return hand;
}

describe('the states of a polygon', () => {
  test('a press places a point, and a click goes on placing', () => {
    const hand = takeUp(polygon, withImage);
    hand.press(p(300, 200));
    expect(hand.session).toMatchObject({ phase: 'pressing', points: [p(100, 50)], tip: p(100, 50) });
    hand.release(p(300, 200));
    expect(hand.session).toMatchObject({ phase: 'placing', points: [p(100, 50)], tip: p(100, 50) });
    hand.moveTo(p(310, 220));
    expect(hand.session).toMatchObject({ phase: 'placing', points: [p(100, 50)], tip: p(110, 70) });
  });

  test('releasing, moving, keys and confirming begin nothing', () => {
    const hand = takeUp(polygon, withImage);
    hand.moveTo(p(300, 200));
    hand.release(p(300, 200));
    hand.strike('ArrowLeft');
    hand.enter();
    hand.remove();
    expect(hand.session).toBe(polygon.idle);
  });

  test('nothing begins without an image, and the hint says why', () => {
    const hand = takeUp(polygon, blank);
    hand.click(p(300, 200));
    expect(hand.session).toBe(polygon.idle);
    expect(hand.hint).toBe('Open an image first: regions are drawn on it.');
  });

  test('Escape drops the whole polygon, also while the button is down', () => {
    const hand = placed(...triangle);
    hand.press(p(400, 400));
    hand.escape();
    expect(hand.session).toBe(polygon.idle);
    hand.release(p(400, 400));
    expect(hand.session).toBe(polygon.idle);
    expect(hand.document).toBe(withImage);
  });

  test('Backspace and Delete take back one point after the other, down to nothing', () => {
    const hand = placed(p(300, 200), p(500, 200), p(500, 400));
    hand.strike('Backspace');
    expect(hand.session).toMatchObject({ phase: 'placing', points: triangleInImage.slice(0, 2) });
    hand.remove();
    expect(hand.session).toMatchObject({ phase: 'placing', points: triangleInImage.slice(0, 1) });
    hand.strike('Backspace');
    expect(hand.session).toBe(polygon.idle);
  });

  test('two points are not enough to close', () => {
    const hand = placed(p(300, 200), p(500, 200));
    hand.enter();
    hand.doubleClick(p(500, 200));
    hand.click(p(303, 203));
    expect(hand.session).toMatchObject({ phase: 'placing', points: [p(100, 50), p(300, 50), p(103, 53)] });
    expect(hand.commits).toEqual([]);
  });
});

describe('closing a polygon', () => {
  const closings: [string, (hand: ReturnType<typeof placed>) => void][] = [
    ['Enter', (hand) => hand.enter()],
    ['a click on the first point', (hand) => hand.click(p(306, 206))],
    [
      'the second click of a double-click, which places nothing more',
      (hand) => hand.press(p(500, 400), {}, 2),
    ],
  ];

  test.each(closings)('%s commits one region, selected, and ends idle', (_name, close) => {
    const hand = placed(...triangle);
    close(hand);
    expect(hand.session).toBe(polygon.idle);
    expect(hand.commits).toHaveLength(1);
    expect(hand.document).toEqual({
      ...withImage,
      regions: [
        { id: 'region-1', name: 'Region 1', isHidden: false, rings: hand.document.regions[0]?.rings },
      ],
    });
    expect(verticesOf(hand.document, 'region-1')).toEqual(triangleInImage);
    expect(hand.selection).toEqual({ regionIds: ['region-1'], vertices: [] });
  });

  test('a drag that ends on the first point closes as well', () => {
    const hand = takeUp(polygon, withImage);
    hand.drag(p(300, 200), p(500, 200));
    hand.drag(p(500, 400), p(302, 198));
    expect(hand.session).toBe(polygon.idle);
    expect(verticesOf(hand.document, 'region-1')).toEqual(triangleInImage);
  });

  test('the second click on the closing point does not begin the next polygon', () => {
    const hand = placed(...triangle);
    hand.doubleClick(p(300, 200));
    expect(hand.session).toBe(polygon.idle);
    expect(hand.commits).toHaveLength(1);
  });

  test('near the first point is near on screen, at any zoom', () => {
    const far = takeUp(polygon, withImage, { zoom: 0.25 });
    for (const point of triangle) far.click(point);
    far.click(p(330, 200));
    expect(far.commits).toHaveLength(1);

    const near = takeUp(polygon, withImage, { zoom: 8 });
    for (const point of triangle) near.click(point);
    near.click(p(304, 204));
    expect(near.commits).toEqual([]);
  });

  test('a polygon with nothing on the image is not added, and the hint says so until the next press', () => {
    const hand = placed(p(10, 10), p(150, 10), p(10, 140));
    hand.enter();
    expect(hand.document).toBe(withImage);
    expect(hand.hint).toBe('Nothing was added: that shape lies beside the image.');
    hand.moveTo(p(20, 20));
    expect(hand.hint).toBe('Nothing was added: that shape lies beside the image.');
    hand.press(p(300, 200));
    expect(hand.hint).toContain('three points');
  });

  test('a polygon without an area is not added', () => {
    const hand = placed(p(300, 200), p(400, 200), p(500, 200));
    hand.enter();
    expect(hand.document).toBe(withImage);
    expect(hand.hint).toBe('Nothing was added: that shape has no area. Draw it wider.');
  });

  test('points beside the image are kept as they were placed', () => {
    const hand = placed(p(100, 100), p(500, 200), p(300, 400));
    hand.enter();
    expect(verticesOf(hand.document, 'region-1')).toEqual([p(-100, -50), p(300, 50), p(100, 250)]);
  });
});

describe('placing points', () => {
  test('drags draw a segment each, and a drag from the last point continues the line', () => {
    const hand = takeUp(polygon, withImage);
    hand.drag(p(300, 200), p(500, 200));
    hand.drag(p(500, 200), p(500, 400));
    expect(hand.session).toMatchObject({ phase: 'placing', points: triangleInImage });
  });

  test('a hand that trembles under 4 CSS px has clicked', () => {
    const hand = takeUp(polygon, withImage, { zoom: 0.5 });
    hand.drag(p(300, 200), p(306, 200));
    expect(hand.session).toMatchObject({ points: [p(100, 50)] });
  });

  test('points are whole image px where the image is scaled', () => {
    const hand = takeUp(polygon, { ...withImage, placement: { x: 200, y: 150, width: 133, height: 100 } });
    hand.click(p(250, 170));
    hand.click(p(251.4, 180.8));
    expect(hand.session).toMatchObject({ points: [p(150, 60), p(155, 92)] });
  });

  test.each([
    ['across', p(600, 230), p(400, 50)],
    ['down', p(320, 420), p(100, 270)],
    ['along the diagonal', p(400, 310), p(205, 155)],
    ['along the other diagonal', p(200, 110), p(5, -45)],
    ['up and to the right', p(360, 130), p(165, -15)],
  ])('Shift keeps the segment to eighths of a turn: %s', (_name, to, expected) => {
    const hand = placed(p(300, 200));
    hand.click(to, { shift: true });
    expect(hand.session).toMatchObject({ points: [p(100, 50), expected] });
  });

  test('45° is as seen on the canvas, where the image is stretched', () => {
    const hand = takeUp(polygon, { ...withImage, placement: { x: 0, y: 0, width: 800, height: 300 } });
    hand.click(p(200, 100));
    hand.click(p(300, 190), { shift: true });
    expect(hand.session).toMatchObject({ points: [p(100, 100), p(148, 195)] });
  });
});

test('the draft shows the points, the rubber band, and where it would close', () => {
  const hand = placed(...triangle);
  hand.moveTo(p(400, 500));
  expect(hand.draft).toEqual({
    marks: [
      { kind: 'path', points: [...triangle, p(400, 500)], isClosed: false, look: 'draft' },
      { kind: 'handles', points: triangle, look: 'vertex' },
    ],
  });
  hand.moveTo(p(305, 205));
  expect(hand.draft).toEqual({
    marks: [
      { kind: 'path', points: triangle, isClosed: true, look: 'draft' },
      { kind: 'handles', points: triangle, look: 'vertex' },
      { kind: 'handles', points: [p(300, 200)], look: 'close' },
    ],
  });
});
