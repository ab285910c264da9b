import { type Rect, rectOfSize } from '../model/geometry/rect.ts';
import type { ResultView, Scene } from './scene.ts';
import { clipTo, type Surface, screenRect } from './surface.ts';

/** Above this many device px to a px of the result, pixels are shown as squares. */
const smoothScaleMax = 4;

export function drawBitmap({ context, pixelRatio }: Surface, bitmap: ImageBitmap, rect: Rect) {
  // One that has been freed has no size, and cannot be drawn.
  if (bitmap.width === 0) return;
  context.imageSmoothingEnabled = (rect.width * pixelRatio) / bitmap.width < smoothScaleMax;
  context.drawImage(bitmap, rect.x, rect.y, rect.width, rect.height);
}

/** A result, or where it differs, over the layout. */
export function drawComparison(surface: Surface, scene: Scene, { bitmap, map, mode, share }: ResultView) {
  const canvasRect = screenRect(rectOfSize(scene.document.canvas), scene.view, surface.pixelRatio);
  const { context } = surface;
  context.save();
  clipTo(context, mode === 'swipe' ? swipeRects(surface, scene, share).result : canvasRect);
  if (mode !== 'difference') drawBitmap(surface, bitmap, canvasRect);
  if (map) drawBitmap(surface, map, canvasRect);
  context.restore();
}

/** What the result and the layout take of the canvas, in CSS px. */
export function swipeRects({ pixelRatio }: Surface, { document, view }: Scene, share: number) {
  const canvasRect = screenRect(rectOfSize(document.canvas), view, pixelRatio);
  const { width, height } = document.canvas;
  const result = screenRect({ x: 0, y: 0, width: width * share, height }, view, pixelRatio);
  const layout = { ...canvasRect, x: result.x + result.width, width: canvasRect.width - result.width };
  return { result, layout };
}
