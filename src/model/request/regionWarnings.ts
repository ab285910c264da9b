import type { Region } from '../document/region.ts';
import { intersectRects, isSameRect, type Rect, rectOfSize, type Size } from '../geometry/rect.ts';
import { boundsOfRings } from '../geometry/rings/boundsOfRings.ts';
import { isOutsideRect } from '../geometry/rings/isOutsideRect.ts';
import type { NamedRegions, Problem } from './problem.ts';

/** Regions that have no effect, in whole or in part. `shown` is what the canvas shows of the image, in image px. */
export function regionWarnings(
  regions: readonly Region[],
  imageSize: Size,
  shown: Rect | undefined,
): (Problem | undefined)[] {
  const imageRect = rectOfSize(imageSize);
  const hidden = regions.filter((region) => region.isHidden);
  const visible = regions.filter((region) => !region.isHidden);
  const reaching = visible.filter((region) => reachesBeyond(region, imageRect));
  const outside = reaching.filter((region) => isBeside(region, imageRect));
  const partly = reaching.filter((region) => !outside.includes(region));
  const offFrame = visible.filter(
    (region) => shown !== undefined && !outside.includes(region) && isBeside(region, shown),
  );
  return [
    warning('regionsOutsideImage', outside),
    warning('regionsBeyondImage', partly),
    warning('regionsOffFrame', offFrame),
    warning('regionsHidden', hidden),
  ];
}

function isBeside(region: Region, rect: Rect): boolean {
  return reachesBeyond(region, rect) && isOutsideRect(region.rings, rect);
}

function reachesBeyond({ rings }: Region, rect: Rect): boolean {
  const bounds = boundsOfRings(rings);
  const inside = intersectRects(bounds, rect);
  return inside === undefined || !isSameRect(inside, bounds);
}

type RegionProblemId = Extract<Problem, NamedRegions>['id'];

/** More names would make too long a sentence. */
const namesMax = 3;

function warning(id: RegionProblemId, regions: readonly Region[]): Problem | undefined {
  if (regions.length === 0) return undefined;
  const names = regions.slice(0, namesMax).map((region) => region.name);
  return { id, severity: 'warns', field: 'regions', names, others: regions.length - names.length };
}
