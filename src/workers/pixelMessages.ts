import type { Size } from '../model/geometry/rect.ts';
import type { Rings } from '../model/geometry/rings/ring.ts';
import type { MaskDescription, MaskReading } from '../model/pixels/maskReading.ts';
import type { PixelQuestion } from '../model/pixels/pixelQuestion.ts';

/** An image by the id of its content, with its size in image px. */
export type ImageFile = { readonly id: string; readonly blob: Blob; readonly size: Size };

/** What the page asks of the worker. Sizes and points are in image px. */
export type PixelRequest =
  | { readonly kind: 'similar'; readonly image: ImageFile; readonly question: PixelQuestion }
  | { readonly kind: 'mask'; readonly file: Blob; readonly size: Size; readonly reading: MaskReading }
  | { readonly kind: 'description'; readonly file: Blob };

/** What the worker answers. Rings are in image px and in normal form. */
export type PixelAnswer =
  | { readonly kind: 'similar'; readonly rings: Rings }
  | { readonly kind: 'mask'; readonly parts: readonly Rings[] }
  | { readonly kind: 'description'; readonly description: MaskDescription };
