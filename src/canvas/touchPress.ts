/**
 * The first finger of a pinch looks like a press, and a polygon would get a point from it. So a finger's press is held
 * back until the finger moves, lifts or has rested for a moment; a second finger before that makes a pinch of the two.
 */
import { distance } from '../model/geometry/point.ts';

const restMs = 90;
/** CSS px. */
const movePx = 4;

export function createTouchPress(onPress: (event: PointerEvent) => void) {
  let held: PointerEvent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The press that is held back, which is then forgotten. */
  function take(): PointerEvent | null {
    clearTimeout(timer);
    const event = held;
    held = null;
    return event;
  }

  function pressNow(): void {
    const event = take();
    if (event !== null) onPress(event);
  }

  return {
    hold(event: PointerEvent): void {
      held = event;
      timer = setTimeout(pressNow, restMs);
    },
    take,
    pressNow,
    isHeld: () => held !== null,
    isOf: ({ pointerId }: PointerEvent) => held?.pointerId === pointerId,
    /** Whether the finger has moved so far that it means to draw. */
    hasMoved({ clientX, clientY }: PointerEvent): boolean {
      const from = { x: held?.clientX ?? clientX, y: held?.clientY ?? clientY };
      return distance(from, { x: clientX, y: clientY }) >= movePx;
    },
  };
}
