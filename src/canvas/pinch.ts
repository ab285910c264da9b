import { distance, midpoint, type Point, subtractPoints } from '../model/geometry/point.ts';
import type { Input } from '../store/editor/dispatch.ts';

export type TouchPoint = { readonly id: number; readonly at: Point };

/** Two fingers pan and zoom. Points are in CSS px of the stage. */
export function createPinch(dispatch: (input: Input) => boolean) {
  let touches: readonly TouchPoint[] = [];

  return {
    isActive: () => touches.length > 0,

    begin(first: TouchPoint, second: TouchPoint): void {
      touches = [first, second];
    },

    move({ id, at }: TouchPoint): void {
      const before = touches.find((touch) => touch.id === id);
      const other = touches.find((touch) => touch.id !== id);
      if (!before || !other) return;
      touches = [{ id, at }, other];
      const middle = midpoint(at, other.at);
      dispatch({ type: 'panView', offset: subtractPoints(middle, midpoint(before.at, other.at)) });
      const spread = distance(before.at, other.at);
      if (spread > 0) dispatch({ type: 'zoomView', at: middle, factor: distance(at, other.at) / spread });
    },

    stop(): void {
      touches = [];
    },

    /** Whether that finger was part of the pinch. */
    end(id: number): boolean {
      const isPinching = touches.some((touch) => touch.id === id);
      touches = touches.filter((touch) => touch.id !== id);
      return isPinching;
    },
  };
}
