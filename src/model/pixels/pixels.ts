import type { Size } from '../geometry/rect.ts';

/** A picture's pixels, row by row: four bytes each, red, green, blue and (not multiplied in) alpha. */
export type Pixels = Size & { readonly data: Uint8ClampedArray };

/** One byte a pixel, row by row: 1 where it is chosen, else 0. */
export type PixelMask = Size & { readonly bits: Uint8Array };
