import { describe, expect, test } from 'vitest';
import { rectangle } from '../../src/tools/rectangle/tool.ts';
import { driveTool } from '../helpers/driveTool.ts';
import { blank, p, verticesOf, withImage } from './samples.ts';

describe('the states of a rectangle', () => {
  test('a press becomes a drag after 4 CSS px and ends idle', () => {
    const driver = driveTool(rectangle, withImage);
    driver.press(p(300, 200));
    driver.moveTo(p(302, 202));
    expect(driver.session.phase).toBe('pressed');
    driver.moveTo(p(340, 230));
    expect(driver.session).toMatchObject({
      phase: 'dragging',
      rect: { x: 100, y: 50, width: 40, height: 30 },
    });
    driver.release(p(340, 230));
    expect(driver.session).toBe(rectangle.idle);
  });

  test('a click draws nothing', () => {
    const driver = driveTool(rectangle, withImage);
    driver.click(p(300, 200));
    expect(driver.session).toBe(rectangle.idle);
    expect(driver.document).toBe(withImage);
  });

  test('Escape drops it: the document is the same object', () => {
    const driver = driveTool(rectangle, withImage);
    driver.startDrag(p(300, 200), p(400, 300));
    driver.pressEscape();
    driver.release(p(400, 300));
    expect(driver.session).toBe(rectangle.idle);
    expect(driver.document).toBe(withImage);
  });

  test('Enter, Delete and other keys leave the drag alone', () => {
    const driver = driveTool(rectangle, withImage);
    driver.startDrag(p(300, 200), p(400, 300));
    const before = driver.session;
    driver.pressEnter();
    driver.pressDelete();
    driver.pressKey('Backspace');
    expect(driver.session).toBe(before);
  });

  test('nothing begins without an image, and the hint says why', () => {
    const driver = driveTool(rectangle, blank);
    driver.drag(p(300, 200), p(400, 300));
    expect(driver.document).toBe(blank);
    expect(driver.hint).toBe('Open an image first: regions are drawn on it.');
  });
});

describe('what a rectangle commits', () => {
  test.each([
    ['from corner to corner, whichever way', p(400, 300), p(300.4, 199.6), {}, [100, 50, 200, 150]],
    [
      'a square with Shift, as wide as the longer side',
      p(300, 200),
      p(350, 220),
      { shift: true },
      [100, 50, 150, 100],
    ],
    ['a square upwards', p(400, 300), p(390, 250.4), { shift: true }, [150, 100, 200, 150]],
    ['from the centre with Alt', p(300, 200), p(340, 230), { alt: true }, [60, 20, 140, 80]],
    [
      'a square from the centre with both',
      p(300, 200),
      p(340, 230),
      { alt: true, shift: true },
      [60, 10, 140, 90],
    ],
  ])('%s', (_name, from, to, held, [left = 0, top = 0, right = 0, bottom = 0]) => {
    const driver = driveTool(rectangle, withImage);
    driver.drag(from, to, held);
    expect(driver.commits).toHaveLength(1);
    expect(verticesOf(driver.document, 'region-1')).toEqual([
      p(left, top),
      p(right, top),
      p(left, bottom),
      p(right, bottom),
    ]);
    expect(driver.selection).toEqual({ regionIds: ['region-1'], vertices: [] });
  });

  test('a square is one in image px at every scale of the image', () => {
    const document = { ...withImage, placement: { x: 0, y: 0, width: 800, height: 600 } };
    for (const to of [p(205, 103), p(95, 97), p(111, 60), p(60, 111)]) {
      const driver = driveTool(rectangle, document);
      driver.startDrag(p(100, 100), to, { shift: true });
      const { rect } = driver.session as { rect: { width: number; height: number } };
      expect(rect.width).toBe(rect.height);
    }
  });

  test('one with nothing on the image is not added, and the hint says so', () => {
    const driver = driveTool(rectangle, withImage);
    driver.drag(p(10, 10), p(150, 140));
    expect(driver.document).toBe(withImage);
    expect(driver.hint).toBe('Nothing was added: that shape lies beside the image.');
  });

  test('one that is only a line is not added', () => {
    const driver = driveTool(rectangle, withImage);
    driver.drag(p(300, 200), p(400, 200));
    expect(driver.document).toBe(withImage);
    expect(driver.hint).toBe('Nothing was added: that shape has no area. Draw it wider.');
  });
});

describe('Space', () => {
  const space = { space: true };

  test('moves the box while it is held, and then the drag goes on', () => {
    const driver = driveTool(rectangle, withImage);
    driver.startDrag(p(300, 200), p(340, 230));
    driver.moveTo(p(340, 230), space);
    driver.moveTo(p(360.4, 220.3), space);
    expect(driver.session).toMatchObject({ rect: { x: 120, y: 40, width: 40, height: 30 } });
    driver.moveTo(p(360.4, 220.3));
    expect(driver.session).toMatchObject({ rect: { x: 120, y: 40, width: 40, height: 30 } });
    driver.release(p(380, 240));
    expect(verticesOf(driver.document, 'region-1')).toEqual([p(120, 40), p(180, 40), p(120, 90), p(180, 90)]);
  });

  test('keeps its size to the px at every zoom, also of a square around its centre', () => {
    const driver = driveTool(rectangle, withImage, { zoom: 7 });
    const held = { shift: true, alt: true };
    driver.startDrag(p(300.3, 200.7), p(340.2, 230.9), held);
    const sizes = [p(341.1, 230.2), p(345.6, 237.5), p(330.49, 222.51)].map((at) => {
      driver.moveTo(at, { ...held, ...space });
      const { rect } = driver.session as { rect: { width: number; height: number } };
      return [rect.width, rect.height];
    });
    expect(sizes).toEqual([
      [80, 80],
      [80, 80],
      [80, 80],
    ]);
  });
});

test('the draft shows the box and its size in image px', () => {
  const driver = driveTool(rectangle, {
    ...withImage,
    placement: { x: 200, y: 150, width: 200, height: 150 },
  });
  driver.startDrag(p(300, 200), p(340, 230));
  expect(driver.draft).toEqual({
    marks: [
      {
        kind: 'path',
        points: [p(300, 200), p(340, 200), p(340, 230), p(300, 230)],
        isClosed: true,
        style: 'draft',
      },
      { kind: 'label', text: '80 × 60', at: p(340, 230) },
    ],
  });
});
