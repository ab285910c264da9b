import { describe, expect, test } from 'vitest';
import { polygon } from '../../src/tools/polygon/tool.ts';
import { driveTool } from '../helpers/driveTool.ts';
import { blank, p, verticesOf, withImage } from './samples.ts';

const triangle = [p(300, 200), p(500, 200), p(500, 400)];
const triangleInImage = [p(100, 50), p(300, 50), p(300, 250)];

function placed(...points: { x: number; y: number }[]) {
  const driver = driveTool(polygon, withImage);
  for (const point of points) driver.click(point);
  return driver;
}

describe('the states of a polygon', () => {
  test('a press places a point, and a click goes on placing', () => {
    const driver = driveTool(polygon, withImage);
    driver.press(p(300, 200));
    expect(driver.session).toMatchObject({ phase: 'pressing', points: [p(100, 50)], tip: p(100, 50) });
    driver.release(p(300, 200));
    expect(driver.session).toMatchObject({ phase: 'placing', points: [p(100, 50)], tip: p(100, 50) });
    driver.moveTo(p(310, 220));
    expect(driver.session).toMatchObject({ phase: 'placing', points: [p(100, 50)], tip: p(110, 70) });
  });

  test('releasing, moving, keys and confirming begin nothing', () => {
    const driver = driveTool(polygon, withImage);
    driver.moveTo(p(300, 200));
    driver.release(p(300, 200));
    driver.pressKey('ArrowLeft');
    driver.pressEnter();
    driver.pressDelete();
    expect(driver.session).toBe(polygon.idle);
  });

  test('nothing begins without an image, and the hint says why', () => {
    const driver = driveTool(polygon, blank);
    driver.click(p(300, 200));
    expect(driver.session).toBe(polygon.idle);
    expect(driver.hint).toBe('Open an image first: regions are drawn on it.');
  });

  test('Escape drops the whole polygon, also while the button is down', () => {
    const driver = placed(...triangle);
    driver.press(p(400, 400));
    driver.pressEscape();
    expect(driver.session).toBe(polygon.idle);
    driver.release(p(400, 400));
    expect(driver.session).toBe(polygon.idle);
    expect(driver.document).toBe(withImage);
  });

  test('Backspace and Delete take back one point after the other, down to nothing', () => {
    const driver = placed(p(300, 200), p(500, 200), p(500, 400));
    driver.pressKey('Backspace');
    expect(driver.session).toMatchObject({ phase: 'placing', points: triangleInImage.slice(0, 2) });
    driver.pressDelete();
    expect(driver.session).toMatchObject({ phase: 'placing', points: triangleInImage.slice(0, 1) });
    driver.pressKey('Backspace');
    expect(driver.session).toBe(polygon.idle);
  });

  test('two points are not enough to close', () => {
    const driver = placed(p(300, 200), p(500, 200));
    driver.pressEnter();
    driver.doubleClick(p(500, 200));
    driver.click(p(303, 203));
    expect(driver.session).toMatchObject({ phase: 'placing', points: [p(100, 50), p(300, 50), p(103, 53)] });
    expect(driver.commits).toEqual([]);
  });
});

describe('closing a polygon', () => {
  const closings: [string, (driver: ReturnType<typeof placed>) => void][] = [
    ['Enter', (driver) => driver.pressEnter()],
    ['a click on the first point', (driver) => driver.click(p(306, 206))],
    [
      'the second click of a double-click, which places nothing more',
      (driver) => driver.press(p(500, 400), {}, 2),
    ],
  ];

  test.each(closings)('%s commits one region, selected, and ends idle', (_name, close) => {
    const driver = placed(...triangle);
    close(driver);
    expect(driver.session).toBe(polygon.idle);
    expect(driver.commits).toHaveLength(1);
    expect(driver.document).toEqual({
      ...withImage,
      regions: [
        { id: 'region-1', name: 'Region 1', isHidden: false, rings: driver.document.regions[0]?.rings },
      ],
    });
    expect(verticesOf(driver.document, 'region-1')).toEqual(triangleInImage);
    expect(driver.selection).toEqual({ regionIds: ['region-1'], vertices: [] });
  });

  test('a drag that ends on the first point closes as well', () => {
    const driver = driveTool(polygon, withImage);
    driver.drag(p(300, 200), p(500, 200));
    driver.drag(p(500, 400), p(302, 198));
    expect(driver.session).toBe(polygon.idle);
    expect(verticesOf(driver.document, 'region-1')).toEqual(triangleInImage);
  });

  test('the second click on the closing point does not begin the next polygon', () => {
    const driver = placed(...triangle);
    driver.doubleClick(p(300, 200));
    expect(driver.session).toBe(polygon.idle);
    expect(driver.commits).toHaveLength(1);
  });

  test('near the first point is near on screen, at any zoom', () => {
    const far = driveTool(polygon, withImage, { zoom: 0.25 });
    for (const point of triangle) far.click(point);
    far.click(p(330, 200));
    expect(far.commits).toHaveLength(1);

    const near = driveTool(polygon, withImage, { zoom: 8 });
    for (const point of triangle) near.click(point);
    near.click(p(304, 204));
    expect(near.commits).toEqual([]);
  });

  test('a polygon with nothing on the image is not added, and the hint says so until the next press', () => {
    const driver = placed(p(10, 10), p(150, 10), p(10, 140));
    driver.pressEnter();
    expect(driver.document).toBe(withImage);
    expect(driver.hint).toBe('Nothing was added: that shape lies beside the image.');
    driver.moveTo(p(20, 20));
    expect(driver.hint).toBe('Nothing was added: that shape lies beside the image.');
    driver.press(p(300, 200));
    expect(driver.hint).toContain('three points');
  });

  test('a polygon without an area is not added', () => {
    const driver = placed(p(300, 200), p(400, 200), p(500, 200));
    driver.pressEnter();
    expect(driver.document).toBe(withImage);
    expect(driver.hint).toBe('Nothing was added: that shape has no area. Draw it wider.');
  });

  test('points beside the image are kept as they were placed', () => {
    const driver = placed(p(100, 100), p(500, 200), p(300, 400));
    driver.pressEnter();
    expect(verticesOf(driver.document, 'region-1')).toEqual([p(-100, -50), p(300, 50), p(100, 250)]);
  });
});

describe('placing points', () => {
  test('drags draw a segment each, and a drag from the last point continues the line', () => {
    const driver = driveTool(polygon, withImage);
    driver.drag(p(300, 200), p(500, 200));
    driver.drag(p(500, 200), p(500, 400));
    expect(driver.session).toMatchObject({ phase: 'placing', points: triangleInImage });
  });

  test('a hand that trembles under 4 CSS px has clicked', () => {
    const driver = driveTool(polygon, withImage, { zoom: 0.5 });
    driver.drag(p(300, 200), p(306, 200));
    expect(driver.session).toMatchObject({ points: [p(100, 50)] });
  });

  test('points are whole image px where the image is scaled', () => {
    const driver = driveTool(polygon, {
      ...withImage,
      placement: { x: 200, y: 150, width: 133, height: 100 },
    });
    driver.click(p(250, 170));
    driver.click(p(251.4, 180.8));
    expect(driver.session).toMatchObject({ points: [p(150, 60), p(155, 92)] });
  });

  test.each([
    ['across', p(600, 230), p(400, 50)],
    ['down', p(320, 420), p(100, 270)],
    ['along the diagonal', p(400, 310), p(205, 155)],
    ['along the other diagonal', p(200, 110), p(5, -45)],
    ['up and to the right', p(360, 130), p(165, -15)],
  ])('Shift keeps the segment to eighths of a turn: %s', (_name, to, expected) => {
    const driver = placed(p(300, 200));
    driver.click(to, { shift: true });
    expect(driver.session).toMatchObject({ points: [p(100, 50), expected] });
  });

  test('45° is as seen on the canvas, where the image is stretched', () => {
    const driver = driveTool(polygon, { ...withImage, placement: { x: 0, y: 0, width: 800, height: 300 } });
    driver.click(p(200, 100));
    driver.click(p(300, 190), { shift: true });
    expect(driver.session).toMatchObject({ points: [p(100, 100), p(148, 195)] });
  });
});

test('the draft shows the points, the rubber band, and where it would close', () => {
  const driver = placed(...triangle);
  driver.moveTo(p(400, 500));
  expect(driver.draft).toEqual({
    marks: [
      { kind: 'path', points: [...triangle, p(400, 500)], isClosed: false, style: 'draft' },
      { kind: 'handles', points: triangle, style: 'vertex' },
    ],
  });
  driver.moveTo(p(305, 205));
  expect(driver.draft).toEqual({
    marks: [
      { kind: 'path', points: triangle, isClosed: true, style: 'draft' },
      { kind: 'handles', points: triangle, style: 'vertex' },
      { kind: 'handles', points: [p(300, 200)], style: 'close' },
    ],
  });
});
