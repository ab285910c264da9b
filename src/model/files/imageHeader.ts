import type { ImageMimeType } from '../../contract/imageType.ts';
import type { Size } from '../geometry/rect.ts';
import type { Orientation } from './exifOrientation.ts';
import type { ForeignType } from './foreignImage.ts';

/** What a file says of its image before anything is decoded. The size is as stored, before the orientation. */
export type ImageHeader = Size & {
  readonly type: ImageMimeType | ForeignType;
  readonly orientation: Orientation;
  readonly isAnimated: boolean;
};

/** Why there is no header: the data ends before the size is known, or says what cannot be. */
type HeaderDefect = 'truncated' | 'corrupt';
export type HeaderReading = ImageHeader | HeaderDefect;

/** A header once its size is known and has pixels; else what is wrong. */
export function headerReading(
  type: ImageMimeType,
  size: Size | undefined,
  orientation: Orientation = 1,
  isAnimated = false,
): HeaderReading {
  if (size === undefined) return 'truncated';
  const { width, height } = size;
  return width > 0 && height > 0 ? { type, width, height, orientation, isAnimated } : 'corrupt';
}

/** The size as the image is seen: orientations 5 to 8 lie on their side. */
export function orientedSize({
  width,
  height,
  orientation,
}: Size & { readonly orientation: Orientation }): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
