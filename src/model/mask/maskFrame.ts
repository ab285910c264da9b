/**
 * The one rule for the coordinates in which a mask is sent. The service's text leaves it open whether areas are measured
 * in the image or in the canvas; the evidence is for the image, which is therefore the default, and the other is a
 * setting. Everything that leaves the editor as a mask, polygons and pixels alike, goes through `ringsInFrame`.
 */
import type { Document } from '../document/document.ts';
import { imageScale } from '../document/spaces.ts';
import type { Point } from '../geometry/point.ts';
import { intersectRects, isPointInRect, type Rect, rectOfSize, type Size } from '../geometry/rect.ts';
import { clipRings } from '../geometry/rings/clipRings.ts';
import { normaliseRings } from '../geometry/rings/normaliseRings.ts';
import type { Rings } from '../geometry/rings/ring.ts';
import { roundPx } from '../geometry/scalar.ts';
import { sentImageSize } from './sentImageSize.ts';

export type MaskFrameKind = 'image' | 'canvas';

/**
 * A point p in image px is at `p · scale + offset` in frame px. `photo` is where the photo lies in it (frame px); undefined
 * where that is nowhere.
 */
export type MaskFrame = {
  readonly size: Size;
  readonly scale: Point;
  readonly offset: Point;
  readonly photo: Rect | undefined;
};

/** The image frame is the image as it is uploaded, the canvas frame the output. With no image both are the canvas. */
export function maskFrame(document: Document, kind: MaskFrameKind): MaskFrame {
  const { image, canvas, placement } = document;
  if (kind === 'canvas' || image === null) {
    const offset = image === null ? { x: 0, y: 0 } : { x: placement.x, y: placement.y };
    const photo = image === null ? rectOfSize(canvas) : intersectRects(placement, rectOfSize(canvas));
    return { size: canvas, scale: imageScale(document), offset, photo };
  }
  const size = sentImageSize(image);
  const scale = { x: size.width / image.width, y: size.height / image.height };
  return { size, scale, offset: { x: 0, y: 0 }, photo: rectOfSize(size) };
}

/** Where that frame lies on the canvas, in canvas px. */
export function maskFrameOnCanvas({ image, canvas, placement }: Document, kind: MaskFrameKind): Rect {
  return kind === 'canvas' || image === null ? rectOfSize(canvas) : placement;
}

/**
 * Rings in image px as they are sent: in whole frame px, inside the photo, in normal form. Beside the photo nothing is to be
 * masked in either frame, as everything is generated there anyway: the stage fills no more than that either.
 */
export function ringsInFrame(rings: Rings, frame: MaskFrame): Rings {
  const { photo } = frame;
  if (photo === undefined) return [];
  const moved = isIdentity(frame) ? rings : mapPoints(rings, (point) => toWholeFramePx(point, frame));
  const isInside = moved.every((ring) => ring.every((point) => isPointInRect(point, photo)));
  return isInside ? normaliseRings(moved) : clipRings(moved, photo);
}

/** Whether every vertex falls on whole frame px, so that nothing is rounded; if not, the sent mask is approximate. */
export function isExactInFrame(rings: Rings, frame: MaskFrame): boolean {
  return rings.every((ring) => ring.every((point) => isWhole(toFramePx(point, frame))));
}

function toFramePx({ x, y }: Point, { scale, offset }: MaskFrame): Point {
  return { x: x * scale.x + offset.x, y: y * scale.y + offset.y };
}

function toWholeFramePx(point: Point, frame: MaskFrame): Point {
  const { x, y } = toFramePx(point, frame);
  return { x: roundPx(x), y: roundPx(y) };
}

/** A scale such as 1/3 is not exact in binary: a millionth of a pixel is none. */
function isWhole({ x, y }: Point): boolean {
  return Math.abs(x - Math.round(x)) < 1e-6 && Math.abs(y - Math.round(y)) < 1e-6;
}

function isIdentity({ scale, offset }: MaskFrame): boolean {
  return scale.x === 1 && scale.y === 1 && offset.x === 0 && offset.y === 0;
}

function mapPoints(rings: Rings, map: (point: Point) => Point): Rings {
  return rings.map((ring) => ring.map(map));
}
