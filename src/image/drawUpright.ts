import type { Orientation } from '../model/files/exifOrientation.ts';
import { orientedSize } from '../model/files/imageHeader.ts';
import type { Size } from '../model/geometry/rect.ts';
import { ScalingError } from './scalingError.ts';

/** What each orientation does to a unit square: (a, b, c, d, e, f) of a canvas's transform, as in EXIF's table. */
const turns: Readonly<Record<Orientation, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, 1, 1, 0, 0, 0],
  6: [0, 1, -1, 0, 1, 0],
  7: [0, -1, -1, 0, 1, 1],
  8: [0, -1, 1, 0, 0, 1],
};

/** The picture, stored in that orientation, turned upright and stretched over a new canvas of `size`. */
export function drawUpright(
  picture: CanvasImageSource,
  orientation: Orientation,
  { width, height }: Size,
  background?: string,
): OffscreenCanvas {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new ScalingError('No canvas of that size.');
  if (background !== undefined) {
    context.fillStyle = background;
    context.fillRect(0, 0, width, height);
  }
  const [a, b, c, d, e, f] = turns[orientation];
  // To lie down and to get up again is the same turn of the size.
  const stored = orientedSize({ width, height, orientation });
  context.setTransform(
    (a * width) / stored.width,
    (b * height) / stored.width,
    (c * width) / stored.height,
    (d * height) / stored.height,
    e * width,
    f * height,
  );
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, stored.width, stored.height);
  return context.canvas;
}
