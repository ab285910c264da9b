import fc from 'fast-check';
import type { Document } from '../../../../src/model/document/document.ts';
import { visibleRings } from '../../../../src/model/document/region.ts';
import { normaliseRings } from '../../../../src/model/geometry/rings/normaliseRings.ts';
import type { Rings } from '../../../../src/model/geometry/rings/ring.ts';
import { nearestOnSegment } from '../../../../src/model/geometry/segment.ts';
import { documentWith, regionOf } from '../../document/sampleDocuments.ts';
import {
  anyRings,
  naiveRaster,
  naiveWinding,
  orthogonalRings,
  picture,
} from '../../geometry/rings/ringFixtures.ts';

const side = 40;
const size = { width: side, height: side };

/** The pixels of the image that are masked, as text. */
export function maskPicture(document: Document): string {
  return ringsPicture(visibleRings(document.regions));
}

export function ringsPicture(rings: Rings): string {
  return picture(naiveRaster(rings, size), side);
}

/** Pixel by pixel, of pictures of the same size. */
export function combinePictures(
  pictures: readonly string[],
  rule: (isIn: readonly boolean[]) => boolean,
): string {
  return [...(pictures[0] ?? '')]
    .map((mark, i) => (mark === '\n' ? mark : rule(pictures.map((each) => each[i] === '#')) ? '#' : '.'))
    .join('');
}

/** Of each pixel its centre, and at which letter of a picture it is. */
export const pixelCentres = Array.from({ length: side * side }, (_, i) => {
  const [column, row] = [i % side, Math.floor(i / side)];
  return { at: row * (side + 1) + column, centre: { x: column + 0.5, y: row + 0.5 } };
});

export function documentOf(ringsOfEach: readonly Rings[]): Document {
  const normal = ringsOfEach.map(normaliseRings).filter((rings) => rings.length > 0);
  return documentWith({ image: size, regions: normal.map((rings, i) => regionOf(i + 1, rings)) });
}

export function idsOf({ regions }: Document): string[] {
  return regions.map(({ id }) => id);
}

const someRings = (rings: fc.Arbitrary<Rings>) =>
  fc.array(rings, { minLength: 1, maxLength: 4 }).map(documentOf);

/** Regions on an image of 40 × 40 px that cross in whole pixels only: nothing is rounded. */
export const orthogonalDocument = someRings(orthogonalRings(side));

export const anyRegions = someRings(anyRings(side));

/** How far the point is from the outlines, in px. */
export function distanceToRings(point: { x: number; y: number }, rings: Rings): number {
  const distances = rings.flatMap((ring) =>
    ring.map((b, i) => {
      const foot = nearestOnSegment(point, ring.at(i - 1) ?? b, b);
      return Math.hypot(foot.x - point.x, foot.y - point.y);
    }),
  );
  return Math.min(Infinity, ...distances);
}

/** The distance to the outlines, positive outside and negative inside. */
export function signedDistance(point: { x: number; y: number }, rings: Rings): number {
  const away = distanceToRings(point, rings);
  return naiveWinding(point, rings) === 0 ? away : -away;
}
