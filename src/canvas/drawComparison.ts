import { type Rect, rectOfSize } from '../model/geometry/rect.ts';
import type { Scene, ShownPicture } from './scene.ts';
import { clipTo, type Surface, screenRect } from './surface.ts';

/** Above this many device px to a px of the picture, pixels are shown as squares. */
const smoothScaleMax = 4;

export function drawBitmap({ context, pixelRatio }: Surface, bitmap: ImageBitmap, rect: Rect) {
  // One that has been freed has no size, and cannot be drawn.
  if (bitmap.width === 0) return;
  context.imageSmoothingEnabled = (rect.width * pixelRatio) / bitmap.width < smoothScaleMax;
  context.drawImage(bitmap, rect.x, rect.y, rect.width, rect.height);
}

/** A result, or where it differs, over the layout. */
export function drawComparison(surface: Surface, scene: Scene, { bitmap, map, mode, share }: ShownPicture) {
  const frame = screenRect(rectOfSize(scene.document.canvas), scene.view, surface.pixelRatio);
  const { context } = surface;
  context.save();
  clipTo(context, mode === 'swipe' ? partsOfSwipe(surface, scene, share).result : frame);
  if (mode !== 'difference') drawBitmap(surface, bitmap, frame);
  if (map) drawBitmap(surface, map, frame);
  context.restore();
}

/** What the result and the layout take of the frame, in CSS px. */
export function partsOfSwipe({ pixelRatio }: Surface, { document, view }: Scene, share: number) {
  const frame = screenRect(rectOfSize(document.canvas), view, pixelRatio);
  const { width, height } = document.canvas;
  const result = screenRect({ x: 0, y: 0, width: width * share, height }, view, pixelRatio);
  const layout = { ...frame, x: result.x + result.width, width: frame.width - result.width };
  return { result, layout };
}
