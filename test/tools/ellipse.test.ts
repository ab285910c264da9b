import { expect, test } from 'vitest';
import { boundsOf } from '../../src/model/geometry/rect.ts';
import { ellipseRing } from '../../src/model/geometry/rings/ellipseRing.ts';
import { normaliseRings } from '../../src/model/geometry/rings/normaliseRings.ts';
import { ellipse } from '../../src/tools/ellipse/tool.ts';
import { driveTool } from '../helpers/driveTool.ts';
import { p, withImage } from './samples.ts';

test.each([
  ['from corner to corner', {}, [100, 50, 60, 40]],
  ['a circle with Shift', { shift: true }, [100, 50, 60, 60]],
  ['from the centre with Alt', { alt: true }, [40, 10, 120, 80]],
])('a drag draws the ellipse in its box: %s', (_name, held, [x = 0, y = 0, width = 0, height = 0]) => {
  const driver = driveTool(ellipse, withImage);
  driver.drag(p(300, 200), p(360, 240), held);
  expect(driver.document.regions.map(({ rings }) => rings)).toEqual([
    normaliseRings([ellipseRing({ x, y, width, height })]),
  ]);
  expect(driver.selection).toEqual({ regionIds: ['region-1'], vertices: [] });
});

test('the draft shows it and its size in image px', () => {
  const driver = driveTool(ellipse, withImage);
  driver.startDrag(p(300, 200), p(360, 240));
  const [path, label] = driver.draft.marks;
  expect(path).toMatchObject({ kind: 'path', isClosed: true, style: 'draft' });
  expect(path?.kind === 'path' && boundsOf(path.points)).toEqual({ x: 300, y: 200, width: 60, height: 40 });
  expect(label).toEqual({ kind: 'label', text: '60 × 40', at: p(360, 240) });
});

test('hints name the ellipse and the circle', () => {
  const driver = driveTool(ellipse, withImage);
  expect(driver.hint).toBe('Drag to draw an ellipse.');
  driver.startDrag(p(300, 200), p(360, 240));
  expect(driver.hint).toBe('Shift draws a circle, Alt from the centre. Space moves it, Esc cancels.');
});
