/**
 * For each kept pixel, how far the nearest pixel is that is not kept: exactly, and in time linear in the pixels. Looking
 * around each pixel is quadratic, and the usual sweeps with a small stencil are off by up to a pixel, which shows as
 * corners in a wide feather. So: Meijster, Roerdink and Hesselink, "A General Algorithm for Computing Distance Transforms
 * in Linear Time" (2000). First distances along columns, then for each row the lower envelope of one parabola a column.
 */
import type { PixelMask } from '../pixels/pixels.ts';

/** `squared` holds the row's squared distances in px, between centres; 0 where not kept. It is used again. */
type VisitRow = (y: number, squared: Float64Array) => void;

/** Larger than any distance in the picture; its square stands for "no pixel is unkept". */
function farAway({ width, height }: PixelMask): number {
  return width + height;
}

/** Visits the rows from the top. Where all pixels are kept, all distances are Infinity. */
export function forEachRowOfDistances(kept: PixelMask, visit: VisitRow): void {
  const { width, height } = kept;
  const far = farAway(kept);
  const columns = columnDistances(kept);
  const squared = new Float64Array(width);
  const envelope = createEnvelope(width);
  for (let y = 0; y < height; y++) {
    envelope.fill(columns.subarray(y * width, (y + 1) * width), squared);
    for (let x = 0; x < width; x++) if ((squared[x] ?? 0) >= far * far) squared[x] = Infinity;
    visit(y, squared);
  }
}

/** To the nearest unkept pixel of the same column, or far away. At most 8192, with sides of 4096. */
function columnDistances(kept: PixelMask): Uint16Array {
  const { width, bits } = kept;
  const far = farAway(kept);
  const distances = new Uint16Array(bits.length);
  for (let at = 0; at < bits.length; at++) {
    const above = at < width ? far : (distances[at - width] ?? far);
    distances[at] = bits[at] === 0 ? 0 : Math.min(far, above + 1);
  }
  for (let at = bits.length - width - 1; at >= 0; at--) {
    const below = (distances[at + width] ?? far) + 1;
    if (below < (distances[at] ?? far)) distances[at] = below;
  }
  return distances;
}

function createEnvelope(width: number) {
  /** Columns whose parabolas make up the envelope so far, and from which column on each is the lowest. */
  const columns = new Int32Array(width);
  const starts = new Int32Array(width);

  function fill(row: Uint16Array, squared: Float64Array): void {
    let last = 0;
    columns[0] = 0;
    starts[0] = 0;
    for (let x = 1; x < width; x++) {
      while (
        last >= 0 &&
        heightAt(row, columns[last] ?? 0, starts[last] ?? 0) > heightAt(row, x, starts[last] ?? 0)
      ) {
        last -= 1;
      }
      const start = last < 0 ? 0 : 1 + meeting(row, columns[last] ?? 0, x);
      if (start >= width) continue;
      last += 1;
      columns[last] = x;
      starts[last] = start;
    }
    for (let x = width - 1; x >= 0; x--) {
      squared[x] = heightAt(row, columns[last] ?? 0, x);
      if (x === starts[last]) last -= 1;
    }
  }

  return { fill };
}

/** Of the parabola of `column`, over x. */
function heightAt(row: Uint16Array, column: number, x: number): number {
  const distance = row[column] ?? 0;
  return (x - column) * (x - column) + distance * distance;
}

/** The last x at which the parabola of `left` is not above that of `right`. */
function meeting(row: Uint16Array, left: number, right: number): number {
  const [leftDistance, rightDistance] = [row[left] ?? 0, row[right] ?? 0];
  const rise = right * right - left * left + rightDistance * rightDistance - leftDistance * leftDistance;
  return Math.floor(rise / (2 * (right - left)));
}
