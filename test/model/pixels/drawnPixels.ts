import type { PixelMask, Pixels } from '../../../src/model/pixels/pixels.ts';

/** Colours as `red green blue alpha`, by the letter that stands for them in a drawing. */
export type Palette = Readonly<Record<string, readonly [number, number, number, number]>>;

/** A picture of letters: one row a string, one pixel a letter. */
export function pixelsOf(rows: readonly string[], palette: Palette): Pixels {
  const data = rows.flatMap((row) => [...row].flatMap((letter) => palette[letter] ?? [0, 0, 0, 0]));
  return { width: rows[0]?.length ?? 0, height: rows.length, data: new Uint8ClampedArray(data) };
}

/** A mask of `#` and `.`. */
export function pixelMaskOf(rows: readonly string[]): PixelMask {
  const bits = Uint8Array.from([...rows.join('')], (letter) => (letter === '#' ? 1 : 0));
  return { width: rows[0]?.length ?? 0, height: rows.length, bits };
}

export function rowsOf({ width, height, bits }: PixelMask): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from(bits.subarray(y * width, (y + 1) * width), (bit) => (bit === 1 ? '#' : '.')).join(''),
  );
}
