import { distance } from '../point.ts';
import { forEachEdge, signedArea } from '../polygon.ts';
import { ClipType, clipPaths, fromPath, type Path64, toPath, unitsPerPx } from './clipper.ts';
import type { Rings } from './ring.ts';
import { simplifyStroke } from './simplifyStroke.ts';
import { type Disc, strokeOutline } from './strokeOutline.ts';

/** Image px by which the stroke's path may deviate: with arcs and the rounding of vertices it is less than 1 in all. */
const pathTolerance = 0.125;
/** Half a pixel's diagonal: a stroke of less could vanish when its vertices are rounded. */
const radiusMin = Math.SQRT1_2;
/** In Clipper's units: a quarter of a pixel. */
const sliverWidth = unitsPerPx / 4;
/** Scribbling to and fro crosses itself as often as the square of its length: longer strokes are put together of parts. */
const discsAtOnceMax = 64;

/**
 * What a round brush covers on its path over `discs` (image px), within 1 px. Integer rings, to be read under the
 * non-zero rule; rounding may have made them touch or cross, so they are not in normal form yet.
 */
export function strokeRings(discs: readonly Disc[]): Rings {
  const wide = discs.map(({ x, y, radius }) => ({ x, y, radius: Math.max(radiusMin, radius) }));
  return sweepOf(simplifyStroke(wide, pathTolerance)).filter(isWide).map(fromPath);
}

/** Crossings are resolved before vertices are rounded to pixels, which would bend the narrow angles out of shape. */
function sweepOf(discs: readonly Disc[]): Path64[] {
  if (discs.length <= discsAtOnceMax) return unite([toPath(strokeOutline(discs))]);
  const middle = discs.length >> 1;
  return unite([...sweepOf(discs.slice(0, middle + 1)), ...sweepOf(discs.slice(middle))]);
}

function unite(paths: Path64[]): Path64[] {
  return clipPaths(ClipType.Union, paths, []);
}

/**
 * Where the outline runs back along itself, rounding leaves slivers that are no part of the stroke, or a hole in it; rounded
 * again they would be a pixel wide. No brush is as narrow as these, and nothing is lost with such a hole.
 */
function isWide(path: Path64): boolean {
  let perimeter = 0;
  forEachEdge(path, (a, b) => {
    perimeter += distance(a, b);
  });
  return Math.abs(signedArea(path)) > (perimeter / 2) * sliverWidth;
}
