import type { Octave } from './octave.ts';

/**
 * Writes the colour at (x, y), in px of the octave with pixel centres at halves, to `out` from `start` on. Between
 * centres it is interpolated linearly, and beyond the edge it is the edge's. `share` (0 to 1) mixes it with what `out`
 * holds already.
 */
export function sampleOctave(
  { width, height, colors }: Octave,
  x: number,
  y: number,
  out: Float32Array,
  start: number,
  share = 1,
): void {
  const column = Math.floor(x - 0.5);
  const row = Math.floor(y - 0.5);
  const u = x - 0.5 - column;
  const v = y - 0.5 - row;
  const left = clamp(column, width) * 3;
  const right = clamp(column + 1, width) * 3;
  const top = clamp(row, height) * width * 3;
  const bottom = clamp(row + 1, height) * width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const topLeft = colors[top + left + channel] ?? 0;
    const topRight = colors[top + right + channel] ?? 0;
    const bottomLeft = colors[bottom + left + channel] ?? 0;
    const bottomRight = colors[bottom + right + channel] ?? 0;
    const above = topLeft + (topRight - topLeft) * u;
    const below = bottomLeft + (bottomRight - bottomLeft) * u;
    const before = share === 1 ? 0 : (out[start + channel] ?? 0);
    out[start + channel] = before + (above + (below - above) * v - before) * share;
  }
}

/** The same from a whole pyramid: averaged over about 2 × `radius` px; (x, y) in px of the finest octave. */
export function sampleBlurred(
  octaves: readonly Octave[],
  x: number,
  y: number,
  radius: number,
  out: Float32Array,
  start: number,
): void {
  const level = Math.log2(1 + radius);
  const floor = Math.min(octaves.length - 1, Math.floor(level));
  const fine = octaves[floor];
  const coarse = octaves[floor + 1];
  const scale = 1 / 2 ** floor;
  if (fine) sampleOctave(fine, x * scale, y * scale, out, start);
  if (coarse) sampleOctave(coarse, (x * scale) / 2, (y * scale) / 2, out, start, level - floor);
}

function clamp(value: number, length: number): number {
  return value < 0 ? 0 : value >= length ? length - 1 : value;
}
