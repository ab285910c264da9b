import { distance, type Point } from '../model/geometry/point.ts';
import type { PointerPosition } from './tool.ts';

/** CSS px. A hand that clicks moves less than this. */
const dragDistanceMin = 4;

/** Whether a press at `from` that has come to `to` is meant as a drag. */
export function isDrag(from: PointerPosition, to: PointerPosition): boolean {
  return distance(from.screen, to.screen) >= dragDistanceMin;
}

/** The offset with its smaller part dropped: straight across or straight down. */
export function alongAxis({ x, y }: Point): Point {
  return Math.abs(x) >= Math.abs(y) ? { x, y: 0 } : { x: 0, y };
}

/** The offset turned to the nearest multiple of 45°, as far as it reaches in that direction. */
export function alongDiagonals({ x, y }: Point): Point {
  const step = Math.PI / 4;
  const eighths = Math.round(Math.atan2(y, x) / step);
  const direction = { x: sign(Math.cos(eighths * step)), y: sign(Math.sin(eighths * step)) };
  const reach = (x * direction.x + y * direction.y) / Math.hypot(direction.x, direction.y) ** 2;
  return { x: direction.x * reach, y: direction.y * reach };
}

/** The offset made as wide as it is high: its larger part both ways. */
export function asSquare({ x, y }: Point): Point {
  const side = Math.max(Math.abs(x), Math.abs(y));
  return { x: x < 0 ? -side : side, y: y < 0 ? -side : side };
}

/** The sign of a sine or cosine of a multiple of 45°, of which the zeros come out as some 1e-16. */
function sign(value: number): number {
  return Math.sign(Math.round(value * 2));
}
