import type { Point } from '../point.ts';
import type { Rect } from '../rect.ts';
import type { Ring, Rings } from './ring.ts';

/**
 * Rings that are the same in `rect` and have few vertices beside it, for operations whose outcome lies in there: a path
 * that stays beyond one side of it is replaced by a straight line, which stays there too, so that the rings wind around every
 * point of the rectangle as often as before. Beside the rectangle rings may cross, and they are not cut off.
 */
export function cropRings(rings: Rings, rect: Rect): Rings {
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  return rings
    .map((ring) =>
      [
        ({ x }: Point) => x < rect.x,
        ({ x }: Point) => x > right,
        ({ y }: Point) => y < rect.y,
        ({ y }: Point) => y > bottom,
      ].reduce(shortenRunsBeyond, ring),
    )
    .filter((ring) => ring.length >= 3);
}

/** Of the vertices in a row that are beyond a side, only the first and the last. */
function shortenRunsBeyond(ring: Ring, isBeyond: (point: Point) => boolean): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return ring;
  let [wasBeyond, isNowBeyond] = [isBeyond(last), isBeyond(first)];
  const kept = ring.filter((_, index) => {
    const willBeBeyond = isBeyond(ring[index + 1] ?? first);
    const isBetween = wasBeyond && isNowBeyond && willBeBeyond;
    [wasBeyond, isNowBeyond] = [isNowBeyond, willBeBeyond];
    return !isBetween;
  });
  return kept.length === ring.length ? ring : kept;
}
