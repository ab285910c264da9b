import type { Mask } from '../../contract/generationRequest.ts';
import type { MaskEncoding } from '../../contract/model.ts';
import { intersectRects, type Rect, rectOfSize } from '../../model/geometry/rect.ts';
import { areasRasters } from './areasRasters.ts';
import { decodeMask, type Raster, RenderError } from './decodeImage.ts';
import { frameOnCanvas, isMaskImageSize, type Layout } from './frameOnCanvas.ts';

export type MaskInput =
  | { readonly kind: 'areas'; readonly areas: Extract<Mask, { areas: unknown }>['areas'] }
  | { readonly kind: 'image'; readonly bytes: Uint8Array; readonly encoding: MaskEncoding };

/** One byte a canvas pixel, 255 where the mask says repaint. Throws a `RenderError`. */
export async function canvasMask(mask: MaskInput, layout: Layout): Promise<Uint8Array> {
  const rasters = mask.kind === 'areas' ? areasRasters(mask.areas) : [await maskImage(mask, layout)];
  const { width, height } = layout.canvas;
  const pixels = new Uint8Array(width * height);
  for (const raster of rasters) stampMask(raster, frameOnCanvas(raster, layout), pixels, layout);
  return pixels;
}

async function maskImage(
  { bytes, encoding }: Extract<MaskInput, { kind: 'image' }>,
  layout: Layout,
): Promise<Raster> {
  const raster = await decodeMask(bytes, encoding);
  if (isMaskImageSize(raster, layout)) return raster;
  const { image, canvas } = layout;
  throw new RenderError(
    'image_dimension_mismatch',
    `The mask is ${raster.width} × ${raster.height} px; it must have the size of the image ` +
      `(${image.width} × ${image.height}) or of the canvas (${canvas.width} × ${canvas.height}).`,
  );
}

/** Each canvas pixel takes the mask pixel under its centre: no grey edges. */
function stampMask(mask: Raster, on: Rect, pixels: Uint8Array, { canvas }: Layout): void {
  const visible = intersectRects(on, rectOfSize(canvas));
  if (visible === undefined) return;
  for (let y = visible.y; y < visible.y + visible.height; y++) {
    const maskRow = Math.floor(((y - on.y + 0.5) * mask.height) / on.height) * mask.width;
    for (let x = visible.x; x < visible.x + visible.width; x++) {
      const maskColumn = Math.floor(((x - on.x + 0.5) * mask.width) / on.width);
      if (mask.data[maskRow + maskColumn] === 255) pixels[y * canvas.width + x] = 255;
    }
  }
}
