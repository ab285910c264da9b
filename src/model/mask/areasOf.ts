import type { Area } from '../../contract/area.ts';
import { signedArea, startAtTop } from '../geometry/polygon.ts';
import type { Size } from '../geometry/rect.ts';
import { bridgeHoles } from '../geometry/rings/bridgeHoles.ts';
import type { Ring, Rings } from '../geometry/rings/ring.ts';
import { ringFinder } from '../geometry/rings/ringFinder.ts';

/**
 * Rings in normal form, in px of a frame of `size`, as the service takes them: one polygon for each outer ring, its
 * holes bridged into it, covering exactly the same pixels. Points start at the top-left-most vertex and run down first;
 * areas are in the order of these vertices, by y and then x. Only the ends of a bridge occur twice in a polygon.
 */
export function areasOf(rings: Rings, size: Size): Area[] {
  const outers = rings.filter((ring) => signedArea(ring) >= 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  const owners = holes.map(ringFinder(outers));
  return outers
    .map((outer) =>
      bridgeHoles(
        outer,
        holes.filter((_, index) => owners[index] === outer),
      ),
    )
    .map((polygon) => ({ width: size.width, height: size.height, points: pointsDownFirst(polygon) }))
    .sort((a, b) => comparePoints(a.points, b.points));
}

/** Flat x,y pairs from the first vertex in the direction opposite to an outer ring's. */
function pointsDownFirst(polygon: Ring): number[] {
  const [first, ...others] = startAtTop(polygon);
  if (first === undefined) return [];
  return [first, ...others.reverse()].flatMap(({ x, y }) => [x, y]);
}

/** By the first vertex from the top, and where two polygons start at the same one, by what follows. */
function comparePoints(a: readonly number[], b: readonly number[]): number {
  const [aX = 0, aY = 0] = a;
  const [bX = 0, bY = 0] = b;
  const different = a.findIndex((value, index) => value !== b[index]);
  return aY - bY || aX - bX || (a[different] ?? 0) - (b[different] ?? 0);
}
