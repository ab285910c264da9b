/** Where something lies, in whole px; both ends belong to it. */
export type Extent = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/**
 * Visits each pair of extents that meet, once, the one that begins further left first. Sorted by their left ends alone,
 * those of a tall shape would nearly all be compared with each other: so this is done within bands of rows, as high as
 * the extents are on average, and a pair that shares several bands counts in the first.
 */
export function forEachNearPair<E extends Extent>(
  extents: readonly E[],
  visit: (extent: E, other: E) => void,
): void {
  const { top, height } = bandsFor(extents);
  const bandAt = (y: number) => Math.floor((y - top) / height);
  const bands = new Map<number, E[]>();
  for (const extent of extents.toSorted((a, b) => a.left - b.left)) {
    for (let band = bandAt(extent.top); band <= bandAt(extent.bottom); band++) {
      const fromLeft = bands.get(band);
      if (fromLeft === undefined) bands.set(band, [extent]);
      else fromLeft.push(extent);
    }
  }
  for (const [band, fromLeft] of bands) {
    sweep(fromLeft, (a, b) => {
      if (bandAt(Math.max(a.top, b.top)) === band) visit(a, b);
    });
  }
}

/** Where the first band begins, and how high each is. */
function bandsFor(extents: readonly Extent[]): { top: number; height: number } {
  let [first, sum] = [Infinity, 0];
  for (const { top, bottom } of extents) {
    first = Math.min(first, top);
    sum += bottom - top + 1;
  }
  return { top: first, height: sum / extents.length };
}

function sweep<E extends Extent>(fromLeft: readonly E[], visit: (extent: E, other: E) => void): void {
  for (let index = 0; index < fromLeft.length; index++) {
    const extent = fromLeft[index];
    if (extent === undefined) continue;
    const { right, top, bottom } = extent;
    for (let next = index + 1; next < fromLeft.length; next++) {
      const other = fromLeft[next];
      if (other === undefined || other.left > right) break;
      if (other.top <= bottom && other.bottom >= top) visit(extent, other);
    }
  }
}
