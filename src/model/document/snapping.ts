import type { Rect, Size } from '../geometry/rect.ts';
import { roundPx } from '../geometry/scalar.ts';
import {
  handleDirections,
  resizeRect,
  type ScaleHandle,
  type ScaleOptions,
  sizeOfRatio,
} from './scaleImage.ts';

/** A line of the canvas that the image has snapped to: upright at x, or level at y (canvas px). */
export type SnapGuide = { readonly axis: 'x' | 'y'; readonly at: number };
export type Snapped = { readonly rect: Rect; readonly guides: readonly SnapGuide[] };

/**
 * Moves `rect` so that an edge or centre line of it lies on an edge or centre line of the canvas, on each axis where
 * one is within `tolerance` (canvas px). The result is in whole px, so that centres may differ by half a pixel.
 */
export function snapMove(rect: Rect, canvas: Size, tolerance: number): Snapped {
  const x = nearestOffset(linesOf(rect.x, rect.width), canvas.width, tolerance);
  const y = nearestOffset(linesOf(rect.y, rect.height), canvas.height, tolerance);
  const moved = { ...rect, x: roundPx(rect.x + (x ?? 0)), y: roundPx(rect.y + (y ?? 0)) };
  const xGuides = guidesAt('x', linesOf(moved.x, moved.width), canvas.width);
  const yGuides = guidesAt('y', linesOf(moved.y, moved.height), canvas.height);
  return { rect: moved, guides: [...(x === undefined ? [] : xGuides), ...(y === undefined ? [] : yGuides)] };
}

/**
 * Moves the edges of `rect` (whole px) that `handle` drags onto the canvas's edges and centre lines. Where the ratio
 * is kept one edge decides the size: the one that is nearest to a line.
 */
export function snapScale(
  rect: Rect,
  handle: ScaleHandle,
  canvas: Size,
  tolerance: number,
  { keepRatio, fromCentre }: ScaleOptions,
  ratio: number,
): Snapped {
  const direction = handleDirections[handle];
  const x = nearestOffset(draggedLine(rect.x, rect.width, direction.x), canvas.width, tolerance);
  const y = nearestOffset(draggedLine(rect.y, rect.height, direction.y), canvas.height, tolerance);
  if (x === undefined && y === undefined) return { rect, guides: [] };

  const reach = fromCentre ? 2 : 1;
  const width = rect.width + reach * direction.x * roundPx(x ?? 0);
  const height = rect.height + reach * direction.y * roundPx(y ?? 0);
  const decidesX = Math.abs(x ?? Infinity) <= Math.abs(y ?? Infinity);
  const size = keepRatio ? sizeOfRatio(decidesX ? width : height * ratio, ratio) : { width, height };
  const scaled = resizeRect(rect, handle, size, fromCentre);
  const xGuides = guidesAt('x', draggedLine(scaled.x, scaled.width, direction.x), canvas.width);
  const yGuides = guidesAt('y', draggedLine(scaled.y, scaled.height, direction.y), canvas.height);
  return { rect: scaled, guides: [...xGuides, ...yGuides] };
}

/** Both edges of a span and its middle. */
function linesOf(start: number, length: number): readonly number[] {
  return [start, start + length / 2, start + length];
}

/** The edge of a span that is dragged in `direction`, if any. */
function draggedLine(start: number, length: number, direction: number): readonly number[] {
  if (direction === 0) return [];
  return [direction < 0 ? start : start + length];
}

/** The smallest offset that brings one of `lines` onto a line of the canvas, if one is within `tolerance`. */
function nearestOffset(lines: readonly number[], side: number, tolerance: number): number | undefined {
  return linesOf(0, side)
    .flatMap((at) => lines.map((line) => at - line))
    .filter((offset) => Math.abs(offset) <= tolerance)
    .toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
}

/** The canvas's lines on which one of `lines` lies, to the half pixel that rounding may cost. */
function guidesAt(axis: 'x' | 'y', lines: readonly number[], side: number): SnapGuide[] {
  return linesOf(0, side)
    .filter((at) => lines.some((line) => Math.abs(at - line) <= 0.5))
    .map((at) => ({ axis, at }));
}
