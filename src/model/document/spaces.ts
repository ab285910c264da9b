/**
 * The four coordinate spaces and every conversion between them.
 *
 * - screen px: CSS pixels in the stage's element.
 * - canvas px: pixels of the output.
 * - image px: pixels of the photograph as it was opened; regions live here.
 * - frame px: pixels of the frame in which the mask is sent, see `mask/maskFrame.ts`.
 */

import type { Point } from '../geometry/point.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { Document } from './document.ts';

export function screenToCanvas(point: Point, { zoom, origin }: Viewport): Point {
  return { x: (point.x - origin.x) / zoom, y: (point.y - origin.y) / zoom };
}

export function canvasToScreen(point: Point, { zoom, origin }: Viewport): Point {
  return { x: origin.x + point.x * zoom, y: origin.y + point.y * zoom };
}

/** Canvas px that one image px covers, on each axis. 1 where there is no image. */
export function imageScale({ image, placement }: Document): Point {
  if (image === null) return { x: 1, y: 1 };
  return { x: placement.width / image.width, y: placement.height / image.height };
}

export function canvasToImage(point: Point, document: Document): Point {
  const scale = imageScale(document);
  return { x: (point.x - document.placement.x) / scale.x, y: (point.y - document.placement.y) / scale.y };
}

export function imageToCanvas(point: Point, document: Document): Point {
  const scale = imageScale(document);
  return { x: document.placement.x + point.x * scale.x, y: document.placement.y + point.y * scale.y };
}
