import type { Point } from '../../model/geometry/point.ts';
import type { Dab, StrokeEffect } from '../draft.ts';
import type { DrawingIdle } from '../drawing/drawnRegion.ts';
import type { PointerPosition } from '../tool.ts';

/** `last`: where the last stroke ended, in image px; Shift draws a straight line from there. */
export type StrokeIdle = DrawingIdle & { readonly last?: Point | undefined };

export type Drawing = {
  readonly phase: 'drawing';
  readonly effect: StrokeEffect;
  readonly dabs: readonly Dab[];
  /** Of a dab whose share is 1, in image px. */
  readonly radius: number;
};

/** Alt is held and the pointer sets the size. `sizeBefore`: to come back to when it is cancelled. */
export type Sizing = {
  readonly phase: 'sizing';
  readonly from: PointerPosition;
  readonly sizeBefore: number;
  readonly last?: Point | undefined;
};

export type StrokeSession = StrokeIdle | Drawing | Sizing;
