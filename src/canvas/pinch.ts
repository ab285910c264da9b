import { distance, midpoint, type Point, subtractPoints } from '../model/geometry/point.ts';
import type { Input } from '../store/editor/dispatch.ts';

type Finger = { readonly id: number; readonly at: Point };

/** Two fingers pan and zoom. Points are in CSS px of the stage. */
export function createPinch(dispatch: (input: Input) => boolean) {
  let fingers: readonly Finger[] = [];

  return {
    isOn: () => fingers.length > 0,

    begin(first: Finger, second: Finger): void {
      fingers = [first, second];
    },

    move({ id, at }: Finger): void {
      const before = fingers.find((finger) => finger.id === id);
      const other = fingers.find((finger) => finger.id !== id);
      if (!before || !other) return;
      fingers = [{ id, at }, other];
      const middle = midpoint(at, other.at);
      dispatch({ type: 'panView', offset: subtractPoints(middle, midpoint(before.at, other.at)) });
      const spread = distance(before.at, other.at);
      if (spread > 0) dispatch({ type: 'zoomView', at: middle, factor: distance(at, other.at) / spread });
    },

    /** Whether that finger was part of it. */
    lift(id: number): boolean {
      const isOurs = fingers.some((finger) => finger.id === id);
      fingers = fingers.filter((finger) => finger.id !== id);
      return isOurs;
    },
  };
}
