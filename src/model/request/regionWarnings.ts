import type { Region } from '../document/region.ts';
import { intersectRects, isSameRect, type Rect, rectOfSize, type Size } from '../geometry/rect.ts';
import { boundsOfRings } from '../geometry/rings/boundsOfRings.ts';
import { isBesideRect } from '../geometry/rings/isBesideRect.ts';
import type { Problem, ProblemId } from './problem.ts';

/** Regions that have no effect, in whole or in part. `shown` is what the frame shows of the image, in image px. */
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
    warning(
      'regionsOutsideImage',
      outside,
      (names) =>
        `Outside the image, where everything is generated anyway: ${names}. Move onto the image, or delete.`,
    ),
    warning(
      'regionsBeyondImage',
      partly,
      (names) => `Partly outside the image: ${names}. Only what is on the image has an effect.`,
    ),
    warning(
      'regionsOffFrame',
      offFrame,
      (names) =>
        `On a part of the image that the frame cuts off: ${names}. Move the image, or extend the canvas.`,
    ),
    warning('regionsHidden', hidden, (names) => `Hidden, and therefore not sent: ${names}.`),
  ];
}

function isBeside(region: Region, rect: Rect): boolean {
  return reachesBeyond(region, rect) && isBesideRect(region.rings, rect);
}

function reachesBeyond({ rings }: Region, rect: Rect): boolean {
  const bounds = boundsOfRings(rings);
  const inside = intersectRects(bounds, rect);
  return inside === undefined || !isSameRect(inside, bounds);
}

function warning(
  id: ProblemId,
  regions: readonly Region[],
  message: (names: string) => string,
): Problem | undefined {
  if (regions.length === 0) return undefined;
  return { id, severity: 'warns', message: message(listNames(regions)), field: 'regions' };
}

const namesMax = 3;

function listNames(regions: readonly Region[]): string {
  const named = regions.slice(0, namesMax).map((region) => region.name);
  const others = regions.length - named.length;
  return others === 0 ? named.join(', ') : `${named.join(', ')} and ${others} more`;
}
