import { rectOfSize } from '../model/geometry/rect.ts';
import type { Viewport } from '../model/geometry/viewport.ts';
import { drawMark } from './drawMark.ts';
import { drawRegions } from './drawMaskLayer.ts';
import { palette } from './palette.ts';
import type { Scene } from './scene.ts';
import { type Surface, screenRect } from './surface.ts';

/** The canvas's outline, the regions that the gesture changes, and the tool's marks. */
export function drawOverlayLayer(surface: Surface, scene: Scene, visible: { width: number; height: number }) {
  const { context, pixelRatio } = surface;
  drawCanvasEdge(context, scene, scene.view, pixelRatio);
  if (scene.result) return;
  drawRegions(surface, scene, scene.changedRegions);
  for (const mark of scene.marks) drawMark(surface, mark, scene, visible);
}

function drawCanvasEdge(context: CanvasRenderingContext2D, scene: Scene, view: Viewport, pixelRatio: number) {
  const { x, y, width, height } = screenRect(rectOfSize(scene.document.canvas), view, pixelRatio);
  context.strokeStyle = palette.canvasEdge;
  context.globalAlpha = 0.75;
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
  context.globalAlpha = 1;
}
