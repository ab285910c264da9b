import type { Point } from '../geometry/point.ts';

/**
 * A question about the photograph's pixels, which a tool cannot see: which of them are similar to the one at `at`. The
 * tool's result carries it, the store has a worker answer it, and the answer comes back to the tool as an event.
 */
export type PixelQuestion = {
  /** The pixel, in whole image px. */
  readonly at: Point;
  /** By how much a colour may differ from the picked one, in any channel, alpha among them: 0 to 255. */
  readonly tolerance: number;
  readonly isContiguous: boolean;
  /** The side of the square around the pixel whose mean is the picked colour, in px of the pixels that are looked at. */
  readonly sampleSize: number;
};
