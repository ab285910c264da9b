import { signedArea } from '../geometry/polygon.ts';
import type { Size } from '../geometry/rect.ts';
import { normaliseRings } from '../geometry/rings/normaliseRings.ts';
import type { Ring, Rings } from '../geometry/rings/ring.ts';
import { type RingDetail, ringDetail } from '../geometry/rings/ringDetail.ts';
import type { PixelMask } from './pixels.ts';
import { traceMask } from './traceMask.ts';

type Detail = {
  /** Smaller areas and smaller holes, in square px, are left out: mostly the noise of a camera. */
  readonly areaMin: number;
  /** By how many px the outline may leave the pixels' edges. */
  readonly deviationMax: number;
};

/** From coarse to fine. The last straightens the stairs of slanted edges; the others are for noise and grain. */
const coarsest: Detail = { areaMin: 1024, deviationMax: 3 };
const finer: readonly Detail[] = [
  { areaMin: 256, deviationMax: 2 },
  { areaMin: 64, deviationMax: 1.5 },
  { areaMin: 16, deviationMax: 1 },
  { areaMin: 4, deviationMax: 0.75 },
];

/**
 * The chosen pixels' outlines in normal form, in px of a picture of `size`, which may be another than the mask's. In the
 * finest detail that has at most `verticesMax` vertices, else in the coarsest.
 */
export function outlinePixels(mask: PixelMask, size: Size, verticesMax: number): Rings {
  const outlines = outlinesOf(traceMask(mask).map(tracedRing), verticesMax);
  return normaliseRings(outlines.map((ring) => scaleRing(ring, mask, size)));
}

/** `detail` is there once the ring is known to be large enough: finding vertices takes most of the time. */
type TracedRing = { readonly ring: Ring; readonly area: number; detail?: RingDetail };

function tracedRing(ring: Ring): TracedRing {
  return { ring, area: Math.abs(signedArea(ring)) };
}

/** From coarse to fine, and not in the middle of a detail that has too many vertices: in noise they are endless. */
function outlinesOf(rings: readonly TracedRing[], verticesMax: number): Rings {
  let chosen = coarsest;
  refineRings(rings, coarsest, Infinity);
  for (const detail of finer) {
    if (!refineRings(rings, detail, verticesMax)) break;
    chosen = detail;
  }
  const { areaMin, deviationMax } = chosen;
  return rings
    .filter(({ area }) => area >= areaMin)
    .flatMap(({ detail }) => (detail ? [detail.outlineAt(deviationMax)] : []));
}

/** Whether there are few enough vertices; gives up once there are more. */
function refineRings(
  rings: readonly TracedRing[],
  { areaMin, deviationMax }: Detail,
  verticesMax: number,
): boolean {
  let count = 0;
  for (const traced of rings) {
    if (traced.area < areaMin) continue;
    traced.detail ??= ringDetail(traced.ring);
    count += traced.detail.refine(deviationMax).vertexCount;
    if (count > verticesMax) return false;
  }
  return true;
}

function scaleRing(ring: Ring, from: Size, to: Size): Ring {
  const [scaleX, scaleY] = [to.width / from.width, to.height / from.height];
  return ring.map(({ x, y }) => ({ x: Math.round(x * scaleX), y: Math.round(y * scaleY) }));
}
