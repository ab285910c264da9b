import type { Document } from '../document/document.ts';
import type { AddedRegions } from '../document/regions.ts';
import { appendRegions, moveRings, renameRegion, setRegionHidden } from '../document/regions.ts';
import type { Point } from '../geometry/point.ts';
import { intersectRects, isSameRect, type Rect, rectOfSize } from '../geometry/rect.ts';
import { boundsOfRings } from '../geometry/rings/boundsOfRings.ts';
import { subtractRings } from '../geometry/rings/combineRings.ts';
import { isSameRings } from '../geometry/rings/isSameRings.ts';
import { normaliseRings } from '../geometry/rings/normaliseRings.ts';
import type { Rings } from '../geometry/rings/ring.ts';
import { clamp } from '../geometry/scalar.ts';
import type { CopiedRegion } from './copiedRegions.ts';

/** Image px by which a copy is moved off what it would cover. */
export const copyOffset: Point = { x: 10, y: 10 };

/**
 * Adds copied regions where they were copied from: off a region that is just there already, and onto the image where
 * they lie wholly outside it. They keep their names where these are free, and stay hidden where they were.
 */
export function pasteCopiedRegions(document: Document, copied: readonly CopiedRegion[]): AddedRegions {
  const whole = copied
    .map((region) => ({ ...region, rings: normaliseRings(region.rings) }))
    .filter(({ rings }) => rings.length > 0);
  const pasted = appendRegions(
    document,
    freePositionFor(
      whole.map(({ rings }) => rings),
      document,
    ),
  );
  const isTaken = (name: string) => document.regions.some((region) => region.name === name);
  const named = whole.reduce((after, { name, isHidden }, index) => {
    const id = pasted.regionIds[index];
    if (id === undefined) return after;
    return setRegionHidden(isTaken(name) ? after : renameRegion(after, id, name), id, isHidden);
  }, pasted.document);
  return { document: named, regionIds: pasted.regionIds };
}

/** The first of the places, each one offset further, at which none of the regions covers one of the document's. */
function freePositionFor(
  ringsOfEach: readonly Rings[],
  { image, canvas, regions }: Document,
): readonly Rings[] {
  const bounds = rectOfSize(image ?? canvas);
  const ringsAfter = (steps: number) =>
    ringsOfEach.map((rings) =>
      moveInside(moveRings(rings, { x: copyOffset.x * steps, y: copyOffset.y * steps }), bounds),
    );
  const taken = regions.map(({ rings }) => ({ rings, bounds: boundsOfRings(rings) }));
  const isCovering = (rings: Rings) => {
    const own = boundsOfRings(rings);
    return taken.some((each) => isSameRect(each.bounds, own) && isSameArea(each.rings, rings));
  };
  for (let steps = 0; steps < regions.length; steps++) {
    const moved = ringsAfter(steps);
    if (!moved.some(isCovering)) return moved;
  }
  return ringsAfter(regions.length);
}

/** Areas that touch themselves may be bounded by different rings. */
function isSameArea(a: Rings, b: Rings): boolean {
  return isSameRings(a, b) || (subtractRings(a, b).length === 0 && subtractRings(b, a).length === 0);
}

/** Rings that lie wholly outside `bounds` moved into it, to the nearest side or, where they are larger, its corner. */
function moveInside(rings: Rings, bounds: Rect): Rings {
  const own = boundsOfRings(rings);
  if (intersectRects(own, bounds) !== undefined) return rings;
  return moveRings(rings, {
    x: clamp(own.x, bounds.x, Math.max(bounds.x, bounds.x + bounds.width - own.width)) - own.x,
    y: clamp(own.y, bounds.y, Math.max(bounds.y, bounds.y + bounds.height - own.height)) - own.y,
  });
}
