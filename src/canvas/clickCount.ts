import { distance, type Point } from '../model/geometry/point.ts';

const doublePressMs = 400;
/** CSS px. A finger does not hit the same place twice. */
const doublePressPx = { mouse: 6, touch: 24 };

/** Counts the presses that follow each other quickly at one place, as `UIEvent.detail` does for clicks. */
export function createClickCount() {
  let last = { at: { x: 0, y: 0 }, timeStamp: Number.NEGATIVE_INFINITY, clicks: 0 };
  return (at: Point, { timeStamp, pointerType }: PointerEvent): number => {
    const radius = pointerType === 'touch' ? doublePressPx.touch : doublePressPx.mouse;
    const isRepeat = timeStamp - last.timeStamp < doublePressMs && distance(at, last.at) < radius;
    last = { at, timeStamp, clicks: isRepeat ? last.clicks + 1 : 1 };
    return last.clicks;
  };
}
