import type { Point } from '../model/geometry/point.ts';

/**
 * A question about the photograph's pixels, which a tool cannot see. The tool's result carries it, the store has a
 * worker answer it, and the answer comes back to the tool as an event.
 */
export type PixelQuestion = {
  /** The pixel, in whole image px. */
  readonly at: Point;
  readonly tolerance: number;
  readonly isContiguous: boolean;
  readonly sampleSize: number;
};
