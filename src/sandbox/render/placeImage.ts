import { intersectRects, type Rect, rectOfSize, type Size } from '../../model/geometry/rect.ts';
import { decoding, openImage, type Raster, RenderError } from './decodeImage.ts';

/** The part of the image that the canvas shows, at its final resolution, and where it lies in canvas px. */
export type PlacedImage = { readonly visible: Rect; readonly raster: Raster };

/**
 * Scales the image to `placement` (canvas px) and cuts off what overhangs. Transparency is laid on white. Throws a
 * `RenderError` where the image is unreadable or lies beside the canvas.
 */
export async function placeImage(bytes: Uint8Array, placement: Rect, canvas: Size): Promise<PlacedImage> {
  const visible = intersectRects(placement, rectOfSize(canvas));
  if (visible === undefined) {
    throw new RenderError(
      'invalid_parameters',
      'img_pos puts the image beside the canvas: nothing of it is seen.',
    );
  }
  const { data } = await decoding(
    'image',
    openImage(bytes)
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .resize({ width: placement.width, height: placement.height, fit: 'fill', kernel: 'lanczos3' })
      .extract({
        left: visible.x - placement.x,
        top: visible.y - placement.y,
        width: visible.width,
        height: visible.height,
      })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  return { visible, raster: { width: visible.width, height: visible.height, data } };
}
