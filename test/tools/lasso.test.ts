import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/model/geometry/point.ts';
import { nearestEdge } from '../../src/model/geometry/rings/hitRings.ts';
import { vertexCount } from '../../src/model/geometry/rings/ring.ts';
import { lasso } from '../../src/tools/lasso/tool.ts';
import { noModifiers } from '../../src/tools/tool.ts';
import { driveTool } from '../helpers/driveTool.ts';
import { blank, p, verticesOf, withImage } from './samples.ts';

/** Canvas points around (400, 300). */
function circle(count: number, radius: number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    return p(400 + radius * Math.cos(angle), 300 + radius * Math.sin(angle));
  });
}

/** Presses on the first point and moves over the others. */
function drawn(points: readonly Point[], document = withImage) {
  const driver = driveTool(lasso, document);
  const [first = p(0, 0), ...others] = points;
  driver.press(first);
  for (const point of others) driver.moveTo(point);
  return driver;
}

describe('the states of a lasso', () => {
  test('a press becomes a way after 4 CSS px, which keeps every point from the press on', () => {
    const driver = drawn([p(300, 200), p(302, 201)]);
    expect(driver.session.phase).toBe('pressed');
    driver.moveTo(p(310, 205));
    expect(driver.session).toMatchObject({
      phase: 'drawing',
      points: [p(300, 200), p(302, 201), p(310, 205)],
    });
    driver.release(p(320, 240));
    expect(driver.session).toBe(lasso.idle);
  });

  test('it takes all the points that the browser has gathered since the last event', () => {
    const driver = drawn([p(300, 200)]);
    const trail = [p(310, 200), p(320, 205), p(330, 220)];
    driver.send({
      type: 'move',
      trail,
      point: p(330, 220),
      screen: p(330, 220),
      modifiers: noModifiers,
      unitsPerPixel: 1,
      pressure: 0.5,
      isSecondary: false,
      isTouch: false,
    });
    expect(driver.session).toMatchObject({ points: [p(300, 200), ...trail] });
  });

  test('a click draws nothing, and says nothing', () => {
    const driver = driveTool(lasso, withImage);
    driver.click(p(300, 200));
    expect(driver.session).toBe(lasso.idle);
    expect(driver.document).toBe(withImage);
  });

  test('Escape drops it', () => {
    const driver = drawn(circle(20, 60));
    driver.pressEscape();
    driver.release(p(460, 300));
    expect(driver.session).toBe(lasso.idle);
    expect(driver.document).toBe(withImage);
  });

  test('nothing begins without an image', () => {
    const driver = drawn(circle(20, 60), blank);
    expect(driver.session).toBe(lasso.idle);
    expect(driver.hint).toBe('Open an image first: regions are drawn on it.');
  });
});

describe('what a lasso commits', () => {
  test('the way, closed by a straight line, as one selected region', () => {
    const driver = drawn([p(300, 200), p(400, 200), p(500, 200), p(500, 300)]);
    driver.release(p(500, 400));
    expect(driver.commits).toHaveLength(1);
    expect(verticesOf(driver.document, 'region-1')).toEqual([p(100, 50), p(300, 50), p(300, 250)]);
    expect(driver.selection).toEqual({ regionIds: ['region-1'], vertices: [] });
  });

  test('few of many points: all that were drawn are within an image px of its sides', () => {
    const points = circle(2000, 90);
    const driver = drawn(points);
    driver.release(p(490, 300));
    const [{ rings } = { rings: [] }] = driver.document.regions;
    const distances = points.map(({ x, y }) => nearestEdge(p(x - 200, y - 150), rings)?.distance ?? Infinity);
    expect(Math.max(...distances)).toBeLessThanOrEqual(1);
    expect(vertexCount(rings)).toBeLessThan(60);
  });

  test('both loops of a way that crosses itself', () => {
    const driver = drawn([p(300, 200), p(400, 300), p(400, 200)]);
    driver.release(p(300, 300));
    expect(driver.document.regions.map(({ rings }) => vertexCount(rings))).toEqual([6]);
    expect(new Set(verticesOf(driver.document, 'region-1').map(({ x, y }) => `${x},${y}`))).toEqual(
      new Set(['100,50', '200,50', '150,100', '100,150', '200,150']),
    );
  });

  test('nothing of a line there and back, and the hint says so', () => {
    const driver = drawn([p(300, 200), p(400, 300), p(350, 250)]);
    driver.release(p(300, 200));
    expect(driver.document).toBe(withImage);
    expect(driver.hint).toBe('Nothing was added: that shape has no area. Draw it wider.');
  });
});

test('the draft shows the way itself, still open', () => {
  const points = [p(300, 200), p(400, 210), p(390, 300)];
  expect(drawn(points).draft).toEqual({
    marks: [{ kind: 'path', points, isClosed: false, style: 'draft' }],
  });
});
