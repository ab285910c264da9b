import { distance, type Point } from '../model/geometry/point.ts';

const doublePressMs = 400;
/** CSS px. */
const doublePressPx = 6;

/** Counts the presses that follow each other quickly at one place, as `UIEvent.detail` does for clicks. */
export function createClickCount(): (at: Point, timeStamp: number) => number {
  let last = { at: { x: 0, y: 0 }, timeStamp: Number.NEGATIVE_INFINITY, clicks: 0 };
  return (at, timeStamp) => {
    const isRepeat = timeStamp - last.timeStamp < doublePressMs && distance(at, last.at) < doublePressPx;
    last = { at, timeStamp, clicks: isRepeat ? last.clicks + 1 : 1 };
    return last.clicks;
  };
}
