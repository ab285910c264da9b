import type { Point } from '../model/geometry/point.ts';

/** Where something is looked for: `point` in canvas px, with canvas px per CSS px. */
export type HitPlace = {
  readonly point: Point;
  readonly unitsPerPixel: number;
  /** Absent for a mark of where the pointer hovers, which a finger does not. */
  readonly isTouch?: boolean;
};

/** CSS px: a finger has 44 to take hold of. https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced.html */
const touchRadius = 22;

/** In canvas px, how far from something it is still hit; `radius` in CSS px is that of a mouse. */
export function hitRadius(
  radius: number,
  { unitsPerPixel, isTouch = false }: Omit<HitPlace, 'point'>,
): number {
  return (isTouch ? Math.max(radius, touchRadius) : radius) * unitsPerPixel;
}
