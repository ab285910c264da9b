import type { Point } from '../../model/geometry/point.ts';
import type { Selection } from '../selection.ts';
import type { PointerPosition } from '../tool.ts';
import type { SelectDragResult, SelectTarget } from './selectDrag.ts';
import type { SelectHit } from './selectHit.ts';

export type SelectSession =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'pressed';
      readonly hit: SelectHit;
      readonly from: PointerPosition;
      /** What is selected when the press is released without a drag. */
      readonly onClick: Selection;
    }
  | {
      readonly phase: 'dragging';
      readonly target: SelectTarget;
      readonly from: PointerPosition;
      readonly result: SelectDragResult;
    }
  /** Drags a box from the press to `to` (canvas px). */
  | { readonly phase: 'marquee'; readonly from: PointerPosition; readonly to: Point };
