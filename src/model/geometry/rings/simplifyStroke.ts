import { distance } from '../point.ts';
import { nearestOnSegment } from '../segment.ts';
import type { Disc } from './strokeOutline.ts';

/**
 * The same stroke through fewer of its discs: where a disc was left out, the sweep between its neighbours deviates by at
 * most `tolerance` px in place and radius together. Distances are to segments, not to lines as in the usual Douglas and
 * Peucker, which would cut off a path there and back.
 */
export function simplifyStroke(discs: readonly Disc[], tolerance: number): readonly Disc[] {
  const kept = new Set([0, discs.length - 1]);
  const spans: Span[] = [{ first: 0, last: discs.length - 1 }];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const { index, deviation } = farthest(discs, span);
    if (deviation <= tolerance) continue;
    kept.add(index);
    spans.push({ first: span.first, last: index }, { first: index, last: span.last });
  }
  return discs.filter((_, index) => kept.has(index));
}

/** Indices of the two discs between which others may be left out. */
type Span = { readonly first: number; readonly last: number };

function farthest(discs: readonly Disc[], { first, last }: Span) {
  let farthest = { index: first, deviation: 0 };
  const [a, b] = [discs[first], discs[last]];
  if (a === undefined || b === undefined) return farthest;
  for (let index = first + 1; index < last; index++) {
    const disc = discs[index];
    const deviation = disc === undefined ? 0 : deviationFrom(a, b, disc);
    if (deviation > farthest.deviation) farthest = { index, deviation };
  }
  return farthest;
}

/** How far the disc would have to move and grow or shrink to be one that is passed on the path from a to b. */
function deviationFrom(a: Disc, b: Disc, disc: Disc): number {
  const nearest = nearestOnSegment(disc, a, b);
  const length = distance(a, b);
  const share = length === 0 ? 0 : distance(a, nearest) / length;
  const radius = a.radius + (b.radius - a.radius) * share;
  return distance(disc, nearest) + Math.abs(disc.radius - radius);
}
