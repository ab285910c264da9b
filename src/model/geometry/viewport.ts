import type { Point } from './point.ts';
import type { Rect, Size } from './rect.ts';
import { clamp } from './scalar.ts';

/** A canvas point p is shown at `origin + p · zoom`, in CSS px of the stage's element. */
export type Viewport = { readonly zoom: number; readonly origin: Point };

const zoomMin = 0.02;
const zoomMax = 32;

export function panView(view: Viewport, offset: Point): Viewport {
  return { zoom: view.zoom, origin: { x: view.origin.x + offset.x, y: view.origin.y + offset.y } };
}

/** Multiplies the zoom, within its bounds, keeping what is under `at` (screen px) where it is. */
export function zoomViewAt(view: Viewport, at: Point, factor: number): Viewport {
  const zoom = clamp(view.zoom * factor, zoomMin, zoomMax);
  const ratio = zoom / view.zoom;
  return {
    zoom,
    origin: { x: at.x - (at.x - view.origin.x) * ratio, y: at.y - (at.y - view.origin.y) * ratio },
  };
}

/** Centres `rect` (canvas px) in a stage of `size`, as large as fits inside `margin` (both CSS px). */
export function fitView(rect: Rect, size: Size, margin: number): Viewport {
  const fitted = Math.min((size.width - 2 * margin) / rect.width, (size.height - 2 * margin) / rect.height);
  const zoom = clamp(fitted, zoomMin, zoomMax);
  return {
    zoom,
    origin: {
      x: size.width / 2 - (rect.x + rect.width / 2) * zoom,
      y: size.height / 2 - (rect.y + rect.height / 2) * zoom,
    },
  };
}
