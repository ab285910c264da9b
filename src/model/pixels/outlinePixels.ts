import { signedArea } from '../geometry/polygon.ts';
import type { Size } from '../geometry/rect.ts';
import { normaliseRings } from '../mask/normaliseRings.ts';
import { type Ring, type Rings, vertexCount } from '../mask/region.ts';
import { simplifyRing } from '../mask/simplifyRing.ts';
import type { PixelMask } from './pixels.ts';
import { traceMask } from './traceMask.ts';

type Detail = {
  /** Smaller areas and smaller holes, in square px, are left out: mostly the noise of a camera. */
  readonly areaMin: number;
  /** By how many px the outline may leave the pixels' edges. */
  readonly deviationMax: number;
};

/** From fine to coarse. The first straightens the stairs of slanted edges; the others are for noise and grain. */
const details: readonly Detail[] = [
  { areaMin: 4, deviationMax: 0.75 },
  { areaMin: 16, deviationMax: 1 },
  { areaMin: 64, deviationMax: 1.5 },
  { areaMin: 256, deviationMax: 2 },
  { areaMin: 1024, deviationMax: 3 },
];

/**
 * The chosen pixels' outlines in normal form, in px of a picture of `size`, which may be another than the mask's. In the
 * finest detail that has at most `verticesMax` vertices, else in the coarsest.
 */
export function outlinePixels(mask: PixelMask, size: Size, verticesMax: number): Rings {
  const traced = traceMask(mask);
  let rings = traced;
  for (const detail of details) {
    rings = atDetail(traced, detail);
    if (vertexCount(rings) <= verticesMax) break;
  }
  return normaliseRings(rings.map((ring) => scaleRing(ring, mask, size)));
}

function atDetail(rings: Rings, { areaMin, deviationMax }: Detail): Rings {
  return rings
    .filter((ring) => Math.abs(signedArea(ring)) >= areaMin)
    .map((ring) => simplifyRing(ring, deviationMax).ring);
}

function scaleRing(ring: Ring, from: Size, to: Size): Ring {
  const [scaleX, scaleY] = [to.width / from.width, to.height / from.height];
  return ring.map(({ x, y }) => ({ x: Math.round(x * scaleX), y: Math.round(y * scaleY) }));
}
