import type { Size } from '../../model/geometry/rect.ts';

/** Pixels row by row; how many bytes each, says whoever holds it. */
export type Raster = Size & { readonly data: Uint8Array };
