import sharp, { type Sharp } from 'sharp';
import { limits } from '../../contract/limits.ts';
import type { MaskEncoding } from '../../contract/model.ts';
import type { Size } from '../../model/geometry/rect.ts';

/** Pixels row by row; how many bytes each, says whoever holds it. */
export type Raster = Size & { readonly data: Uint8Array };

/** What makes a task fail, with the code and the message that the person sees. */
export class RenderError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The first frame, upright: EXIF orientation applied. Nothing is decoded yet. */
export function openImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: limits.imagePixelsMax, failOn: 'error' }).autoOrient();
}

/** The size after EXIF orientation, in px. Throws a `RenderError` where the file is no readable image. */
export async function imageSize(bytes: Uint8Array, what: string): Promise<Size> {
  const { autoOrient } = await decoding(what, openImage(bytes).metadata());
  return autoOrient;
}

/** One byte a pixel, 255 for repaint: at least half bright, or at least half opaque, as the model judges. */
export async function decodeMask(bytes: Uint8Array, encoding: MaskEncoding): Promise<Raster> {
  const image = openImage(bytes);
  const judged =
    encoding === 'luminance'
      ? image.removeAlpha().greyscale().extractChannel(0)
      : image.ensureAlpha().extractChannel('alpha');
  const { data, info } = await decoding('mask', judged.raw().toBuffer({ resolveWithObject: true }));
  return {
    width: info.width,
    height: info.height,
    data: data.map((value) => (value >= 128 ? 255 : 0)),
  };
}

/** Turns an error of the decoder into a failure of the task. */
export async function decoding<Result>(what: string, result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RenderError('image_processing_error', `The ${what} could not be read: ${reason}`);
  }
}
