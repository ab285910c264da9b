import { signedArea } from '../geometry/polygon.ts';
import type { Size } from '../geometry/rect.ts';
import { normaliseRings } from '../mask/normaliseRings.ts';
import type { Ring, Rings } from '../mask/region.ts';
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
  let rings = traceMask(mask);
  let outlined: Outlined = { rings, isWhole: false };
  for (const { areaMin, deviationMax } of details) {
    const isCoarsest = areaMin === details.at(-1)?.areaMin;
    rings = rings.filter((ring) => Math.abs(signedArea(ring)) >= areaMin);
    outlined = simplified(rings, deviationMax, isCoarsest ? Infinity : verticesMax);
    if (outlined.isWhole) break;
  }
  return normaliseRings(outlined.rings.map((ring) => scaleRing(ring, mask, size)));
}

type Outlined = { readonly rings: Rings; readonly isWhole: boolean };

/** Gives up once there are more vertices: in noise they are so many that simplifying them all would take most of the time. */
function simplified(rings: Rings, deviationMax: number, verticesMax: number): Outlined {
  const simple: Ring[] = [];
  let count = 0;
  for (const ring of rings) {
    const fewer = simplifyRing(ring, deviationMax).ring;
    simple.push(fewer);
    count += fewer.length;
    if (count > verticesMax) return { rings: simple, isWhole: false };
  }
  return { rings: simple, isWhole: true };
}

function scaleRing(ring: Ring, from: Size, to: Size): Ring {
  const [scaleX, scaleY] = [to.width / from.width, to.height / from.height];
  return ring.map(({ x, y }) => ({ x: Math.round(x * scaleX), y: Math.round(y * scaleY) }));
}
