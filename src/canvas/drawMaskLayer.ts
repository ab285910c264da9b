import type { Region } from '../model/document/region.ts';
import { intersectRects, rectOfSize } from '../model/geometry/rect.ts';
import { maskFrameOnCanvas } from '../model/mask/maskFrame.ts';
import { swipeRects } from './drawComparison.ts';
import { palette, repaintedOpacity } from './palette.ts';
import { regionPaths } from './regionPath.ts';
import type { Scene } from './scene.ts';
import { clipTo, inImageSpace, type Surface, screenRect } from './surface.ts';
import type { MaskBitmap } from './useMaskBitmap.ts';

/** The regions; or the mask's file, pixel for pixel, laid where its frame lies. */
export function drawMaskLayer(surface: Surface, scene: Scene) {
  const { result } = scene;
  if (result?.mode === 'swipe') drawRegionsBesideResult(surface, scene, result.share);
  else if (result && result.mode !== 'layout') return;
  else if (scene.maskBitmap && !result) drawMaskFile(surface, scene, scene.maskBitmap);
  else drawRegions(surface, scene, scene.unchangedRegions);
}

function drawRegionsBesideResult(surface: Surface, scene: Scene, share: number) {
  surface.context.save();
  clipTo(surface.context, swipeRects(surface, scene, share).layout);
  drawRegions(surface, scene, scene.unchangedRegions);
  surface.context.restore();
}

/** Filled where they count (inside image and canvas), and outlined everywhere, so that none is lost from sight. */
export function drawRegions(surface: Surface, scene: Scene, regions: readonly Region[]) {
  if (regions.length === 0) return;
  const { context, pixelRatio } = surface;
  const { document, view } = scene;
  const counting = intersectRects(document.placement, rectOfSize(document.canvas));
  if (counting) {
    context.save();
    clipTo(context, screenRect(counting, view, pixelRatio));
    inImageSpace(surface, document, view, (unit) => {
      context.fillStyle = palette.repainted;
      context.globalAlpha = repaintedOpacity;
      context.fill(regionPaths(regions, pixelRatio / unit).whole, 'nonzero');
    });
    context.restore();
  }
  inImageSpace(surface, document, view, (unit) => {
    context.strokeStyle = palette.repainted;
    context.lineWidth = 1.5 * unit;
    // Round joins at thousands of vertices cost as much as the whole frame otherwise does.
    context.lineJoin = 'bevel';
    for (const ring of regionPaths(regions, pixelRatio / unit).rings) context.stroke(ring);
  });
}

function drawMaskFile(surface: Surface, { document, view }: Scene, { bitmap, frame }: MaskBitmap) {
  const { context, pixelRatio } = surface;
  const { x, y, width, height } = screenRect(maskFrameOnCanvas(document, frame), view, pixelRatio);
  context.fillStyle = '#000';
  context.fillRect(x, y, width, height);
  // One that has been freed has no size, and cannot be drawn.
  if (bitmap.width === 0) return;
  context.imageSmoothingEnabled = width * pixelRatio < bitmap.width;
  context.drawImage(bitmap, x, y, width, height);
}
