import type { Document } from '../../src/model/document/document.ts';
import { addRegion, setRegionHidden } from '../../src/model/document/regions.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import type { Ring } from '../../src/model/geometry/rings/ring.ts';

export const p = (x: number, y: number): Point => ({ x, y });

/** A frame of 800 × 600 with nothing in it. */
export const blank: Document = {
  image: null,
  canvas: { width: 800, height: 600 },
  placement: { x: 0, y: 0, width: 800, height: 600 },
  regions: [],
};

/** An image of 400 × 300 in the middle of it, one canvas px to an image px; so image (0, 0) is canvas (200, 150). */
export const withImage: Document = {
  ...blank,
  image: { id: 'hash', name: 'photo.jpg', width: 400, height: 300 },
  placement: { x: 200, y: 150, width: 400, height: 300 },
};

/** Clockwise from the corner (x, y), in image px. */
export function square(x: number, y: number, side: number): Ring {
  return [p(x, y), p(x + side, y), p(x + side, y + side), p(x, y + side)];
}

/** Two squares of 100 image px: region-1 at canvas (210, 160) to (310, 260), region-2 at (410, 260) to (510, 360). */
export const withRegions: Document = [square(10, 10, 100), square(210, 110, 100)].reduce(
  (document, ring) => addRegion(document, [ring]),
  withImage,
);

/** The same with a hole in the first, which has an island, and a hidden square over the second. */
export const withHoles: Document = setRegionHidden(
  addRegion(
    {
      ...withRegions,
      regions: withRegions.regions.map((region, index) =>
        index === 0
          ? { ...region, rings: [...region.rings, square(30, 30, 60).toReversed(), square(50, 50, 20)] }
          : region,
      ),
    },
    [square(240, 140, 100)],
  ),
  'region-3',
  true,
);

/** The rings of a region as a set of vertices in reading order, whatever vertex they start from. */
export function verticesOf(document: Document, id: string): readonly Point[] {
  const rings = document.regions.find((region) => region.id === id)?.rings ?? [];
  return rings.flat().toSorted((a, b) => a.y - b.y || a.x - b.x);
}
