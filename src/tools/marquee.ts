import type { Point } from '../model/geometry/point.ts';
import { boundsOf, intersectRects, isPointInRect, type Rect } from '../model/geometry/rect.ts';
import { clipRings } from '../model/mask/clipRings.ts';
import type { Rings } from '../model/mask/region.ts';
import { canvasToImage } from '../model/spaces.ts';
import type { Selection, Subject } from './tool.ts';

/** The visible regions that a box between two points (canvas px) touches, beside those selected where `adds`. */
export function marqueeSelection(
  from: Point,
  to: Point,
  adds: boolean,
  { document, selection }: Subject,
): Selection {
  const box = outwardRect(boundsOf([canvasToImage(from, document), canvasToImage(to, document)]));
  const touched = document.regions.filter((region) => !region.isHidden && isTouched(region.rings, box));
  const kept = adds ? selection.regionIds : [];
  const added = touched.map((region) => region.id).filter((id) => !kept.includes(id));
  return { regionIds: [...kept, ...added], vertices: adds ? selection.vertices : [] };
}

/** Clipping tells for sure; most regions need not be clipped for it. */
function isTouched(rings: Rings, box: Rect): boolean {
  const vertices = rings.flat();
  if (vertices.some((vertex) => isPointInRect(vertex, box))) return true;
  return intersectRects(boundsOf(vertices), box) !== undefined && clipRings(rings, box).length > 0;
}

/** The smallest integer rectangle around `rect` that has an area. */
function outwardRect({ x, y, width, height }: Rect): Rect {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.ceil(x + width) - left),
    height: Math.max(1, Math.ceil(y + height) - top),
  };
}
