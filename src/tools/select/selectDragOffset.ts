import type { Document } from '../../model/document/document.ts';
import { imageScale } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import { alongAxis } from '../dragging.ts';
import type { Modifiers } from '../tool.ts';

/** `offset`: canvas px since the press. */
export type SelectDrag = {
  readonly offset: Point;
  readonly modifiers: Modifiers;
  readonly unitsPerPixel: number;
};

/** How far the pointer has come in image px; with Shift straight along one axis of the canvas. */
export function offsetInImage({ offset, modifiers }: SelectDrag, document: Document): Point {
  const { x, y } = modifiers.shift ? alongAxis(offset) : offset;
  const scale = imageScale(document);
  return { x: x / scale.x, y: y / scale.y };
}
