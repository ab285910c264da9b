import type { Point } from '../model/geometry/point.ts';
import { boundsOf, type Rect } from '../model/geometry/rect.ts';
import { clipRings } from '../model/mask/clipRings.ts';
import { canvasToImage } from '../model/spaces.ts';
import type { Selection, ToolContext } from './tool.ts';

/** The visible regions that a box between two points (canvas px) touches, beside those selected where `adds`. */
export function marqueeSelection(
  from: Point,
  to: Point,
  adds: boolean,
  { document, selection }: ToolContext,
): Selection {
  const box = outwardRect(boundsOf([canvasToImage(from, document), canvasToImage(to, document)]));
  const touched = document.regions.filter(
    (region) => !region.isHidden && clipRings(region.rings, box).length > 0,
  );
  const kept = adds ? selection.regionIds : [];
  const added = touched.map((region) => region.id).filter((id) => !kept.includes(id));
  return { regionIds: [...kept, ...added], vertices: adds ? selection.vertices : [] };
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
