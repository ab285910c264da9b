import type { Document } from '../model/document/document.ts';
import { imageScale } from '../model/document/spaces.ts';
import type { Rect } from '../model/geometry/rect.ts';
import type { Viewport } from '../model/geometry/viewport.ts';

/** A layer's 2D context, whose units are CSS px, and how many device px one of them is. */
export type Surface = { readonly context: CanvasRenderingContext2D; readonly pixelRatio: number };

/** A rectangle of canvas px on screen, with edges on whole device px so that neighbours meet without a seam. */
export function screenRect(rect: Rect, { zoom, origin }: Viewport, pixelRatio: number): Rect {
  const snap = (value: number) => Math.round(value * pixelRatio) / pixelRatio;
  const x = snap(origin.x + rect.x * zoom);
  const y = snap(origin.y + rect.y * zoom);
  return {
    x,
    y,
    width: snap(origin.x + (rect.x + rect.width) * zoom) - x,
    height: snap(origin.y + (rect.y + rect.height) * zoom) - y,
  };
}

/** Runs `draw` with image px as the context's units. `unit` is one CSS px in those units, for line widths. */
export function inImageSpace(
  { context }: Surface,
  document: Document,
  { zoom, origin }: Viewport,
  draw: (unit: number) => void,
) {
  const scale = imageScale(document);
  context.save();
  context.translate(origin.x + document.placement.x * zoom, origin.y + document.placement.y * zoom);
  context.scale(scale.x * zoom, scale.y * zoom);
  draw(1 / (Math.sqrt(scale.x * scale.y) * zoom));
  context.restore();
}

export function clipTo(context: CanvasRenderingContext2D, { x, y, width, height }: Rect) {
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
}
