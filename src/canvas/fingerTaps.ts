import { distance, type Point } from '../model/geometry/point.ts';

/** In milliseconds, from the first finger down to the last one up. */
const tapMs = 400;
/** CSS px that a finger may slip. */
const slipPx = 10;

/** Calls `onTap` with how many fingers, two or more, have touched the stage together and only for a moment. */
export function createFingerTaps(onTap: (fingers: number) => void) {
  const starts = new Map<number, Point>();
  let fingers = 0;
  let startedAt = 0;
  let isTap = false;

  return {
    down({ pointerId, clientX, clientY, timeStamp }: PointerEvent): void {
      if (starts.size === 0) {
        fingers = 0;
        startedAt = timeStamp;
        isTap = true;
      }
      fingers += 1;
      starts.set(pointerId, { x: clientX, y: clientY });
    },

    move({ pointerId, clientX, clientY }: PointerEvent): void {
      const start = starts.get(pointerId);
      if (start !== undefined && distance(start, { x: clientX, y: clientY }) > slipPx) isTap = false;
    },

    up({ pointerId, timeStamp }: PointerEvent): void {
      const isLast = starts.delete(pointerId) && starts.size === 0;
      if (isLast && isTap && fingers > 1 && timeStamp - startedAt <= tapMs) onTap(fingers);
    },

    /** Something else has become of them. */
    cancel(): void {
      isTap = false;
    },

    forget({ pointerId }: PointerEvent): void {
      starts.delete(pointerId);
      isTap = false;
    },
  };
}
