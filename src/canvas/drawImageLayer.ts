import { intersectRects, isSameRect, type Rect, rectOfSize } from '../model/geometry/rect.ts';
import { drawBitmap, drawComparison } from './drawComparison.ts';
import { generatedHatchOpacity, generatedOpacity, overhangOpacity, palette } from './palette.ts';
import { checkerPattern, hatchPattern } from './patterns.ts';
import type { Scene } from './scene.ts';
import { type Surface, screenRect } from './surface.ts';

/** The canvas's ground, the photograph in it and dimmed around it, and what will be generated. A result lies over it. */
export function drawImageLayer(surface: Surface, scene: Scene) {
  const { result } = scene;
  const hidesLayout = result?.mode === 'result' || result?.mode === 'kept';
  if (!hidesLayout) drawLayout(surface, scene);
  if (result && result.mode !== 'layout') drawComparison(surface, scene, result);
}

function drawLayout(surface: Surface, { document, view, ...scene }: Scene) {
  const { context, pixelRatio } = surface;
  const canvasRect = screenRect(rectOfSize(document.canvas), view, pixelRatio);
  context.fillStyle = palette.canvasBackground;
  context.fillRect(canvasRect.x, canvasRect.y, canvasRect.width, canvasRect.height);
  if (!document.image) return;
  const placed = screenRect(document.placement, view, pixelRatio);
  drawPhotograph(surface, scene.image, placed, canvasRect);
  drawGenerated(surface, placed, canvasRect);
}

function drawPhotograph(surface: Surface, image: Scene['image'], placed: Rect, canvasRect: Rect) {
  if (image === undefined) return;
  const { context, pixelRatio } = surface;
  const { source, header } = image.opened;
  const bitmap = image.display.bitmapAt((placed.width * pixelRatio) / source.width);
  if (header.type !== 'image/jpeg') {
    context.fillStyle = checkerPattern(context, pixelRatio) ?? palette.checkerDark;
    context.fillRect(placed.x, placed.y, placed.width, placed.height);
  }
  drawBitmap(surface, bitmap, placed);
  dimOverhang(context, placed, canvasRect);
}

/** Paints the stage's colour over it: drawing the bitmap a second time, paler, costs as much as all the rest. */
function dimOverhang(context: CanvasRenderingContext2D, placed: Rect, canvasRect: Rect) {
  const inside = intersectRects(placed, canvasRect);
  if (inside && isSameRect(inside, placed)) return;
  const area = new Path2D();
  area.rect(placed.x, placed.y, placed.width, placed.height);
  if (inside) area.rect(inside.x, inside.y, inside.width, inside.height);
  context.globalAlpha = 1 - overhangOpacity;
  context.fillStyle = palette.stage;
  context.fill(area, 'evenodd');
  context.globalAlpha = 1;
}

function drawGenerated({ context, pixelRatio }: Surface, placed: Rect, canvasRect: Rect) {
  const covered = intersectRects(placed, canvasRect);
  if (covered && isSameRect(covered, canvasRect)) return;
  const area = new Path2D();
  area.rect(canvasRect.x, canvasRect.y, canvasRect.width, canvasRect.height);
  if (covered) area.rect(covered.x, covered.y, covered.width, covered.height);
  context.globalAlpha = generatedOpacity;
  context.fillStyle = palette.generated;
  context.fill(area, 'evenodd');
  context.globalAlpha = generatedHatchOpacity;
  context.fillStyle = hatchPattern(context, pixelRatio) ?? palette.generated;
  context.fill(area, 'evenodd');
  context.globalAlpha = 1;
}
