import type { Point } from '../model/geometry/point.ts';
import type { ToolEvent } from './tool.ts';

const directions: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
]);

/** The px that an arrow key nudges by, ten times as many with Shift; undefined for other keys. */
export function arrowStep({ key, modifiers }: Extract<ToolEvent, { type: 'key' }>): Point | undefined {
  const direction = directions.get(key);
  const length = modifiers.shift ? 10 : 1;
  return direction && { x: direction.x * length, y: direction.y * length };
}
