import type { Point } from '../geometry/point.ts';
import { centreOf, type Rect, type Size } from '../geometry/rect.ts';
import { clamp, roundPx } from '../geometry/scalar.ts';
import { placementSideMax } from './placement.ts';

/** The eight handles of the image's box, by compass direction. */
export type ScaleHandle = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';

/** The direction in which a handle drags each edge: -1 for left or top, 1 for right or bottom, 0 for neither. */
export const handleDirections: Readonly<Record<ScaleHandle, Point>> = {
  n: { x: 0, y: -1 },
  ne: { x: 1, y: -1 },
  e: { x: 1, y: 0 },
  se: { x: 1, y: 1 },
  s: { x: 0, y: 1 },
  sw: { x: -1, y: 1 },
  w: { x: -1, y: 0 },
  nw: { x: -1, y: -1 },
};

export type ScaleOptions = { readonly keepRatio: boolean; readonly fromCentre: boolean };

/**
 * The box `start` (whole canvas px) after dragging `handle` to `pointer` (canvas px). The opposite edges stay exactly,
 * or the centre does. With `keepRatio` the box has `ratio` (width over height), reaches at least to the pointer, and
 * an axis that the handle does not drag grows around its middle. It never flips.
 */
export function scaleImage(
  start: Rect,
  handle: ScaleHandle,
  pointer: Point,
  { keepRatio, fromCentre }: ScaleOptions,
  ratio: number,
): Rect {
  const direction = handleDirections[handle];
  const reach = fromCentre ? 2 : 1;
  const anchor = fromCentre ? centreOf(start) : oppositeCorner(start, direction);
  const width = direction.x === 0 ? start.width : reach * direction.x * (pointer.x - anchor.x);
  const height = direction.y === 0 ? start.height : reach * direction.y * (pointer.y - anchor.y);
  const size = keepRatio
    ? sizeOfRatio(widthToReach({ width, height }, direction, ratio), ratio)
    : { width, height };
  return resizeRect(start, handle, size, fromCentre);
}

/** Gives `rect` another size, rounded and within limits, its edges moving as with that handle. */
export function resizeRect(rect: Rect, handle: ScaleHandle, size: Size, fromCentre: boolean): Rect {
  const { x, y } = handleDirections[handle];
  const width = clamp(roundPx(size.width), 1, placementSideMax);
  const height = clamp(roundPx(size.height), 1, placementSideMax);
  return {
    x: movedStart(rect.x, rect.width, width, fromCentre ? 0 : x),
    y: movedStart(rect.y, rect.height, height, fromCentre ? 0 : y),
    width,
    height,
  };
}

/** The size of that ratio and width; the width gives way where a side would pass its limits. */
export function sizeOfRatio(width: number, ratio: number): Size {
  const fitting = clamp(width, Math.max(1, ratio), placementSideMax * Math.min(1, ratio));
  return { width: fitting, height: fitting / ratio };
}

function oppositeCorner({ x, y, width, height }: Rect, direction: Point): Point {
  return { x: direction.x < 0 ? x + width : x, y: direction.y < 0 ? y + height : y };
}

/** The width of a box of `ratio` that covers `size` along the axes that are dragged. */
function widthToReach({ width, height }: Size, direction: Point, ratio: number): number {
  if (direction.x === 0) return height * ratio;
  if (direction.y === 0) return width;
  return Math.max(width, height * ratio);
}

function movedStart(start: number, length: number, newLength: number, direction: number): number {
  if (direction > 0) return start;
  if (direction < 0) return start + length - newLength;
  return roundPx(start + (length - newLength) / 2);
}
