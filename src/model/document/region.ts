import type { Rings } from '../geometry/rings/ring.ts';

/** A named part of the mask. Hidden regions are neither drawn nor sent. */
export type Region = {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  readonly rings: Rings;
};

/** All that is masked: the rings of the visible regions, bounding their union under the non-zero rule. */
export function visibleRings(regions: readonly Region[]): Rings {
  return regions.filter((region) => !region.isHidden).flatMap((region) => region.rings);
}
