/**
 * The first finger of a pinch looks like a press, and a polygon would get a point from it. So a finger's press is held
 * back until the finger moves, lifts or has rested for a moment; a second finger before that makes a pinch of the two.
 */
import { distance } from '../model/geometry/point.ts';

const restMs = 90;
/** CSS px. */
const movePx = 4;

export function createTouchPress(onPress: (event: PointerEvent) => void) {
  let pending: PointerEvent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Forgets the press that is held back, and gives it to the caller. */
  function cancel(): PointerEvent | null {
    clearTimeout(timer);
    const event = pending;
    pending = null;
    return event;
  }

  function flush(): void {
    const event = cancel();
    if (event !== null) onPress(event);
  }

  return {
    defer(event: PointerEvent): void {
      pending = event;
      timer = setTimeout(flush, restMs);
    },
    cancel,
    flush,
    isPending: ({ pointerId }: PointerEvent) => pending?.pointerId === pointerId,
    /** Whether the finger has moved so far that it draws. */
    hasMoved({ clientX, clientY }: PointerEvent): boolean {
      const from = { x: pending?.clientX ?? clientX, y: pending?.clientY ?? clientY };
      return distance(from, { x: clientX, y: clientY }) >= movePx;
    },
  };
}
