import { Square, SquaresIntersect, SquaresSubtract, SquaresUnite } from 'lucide-react';
import type { CombineMode } from '../../model/mask/applyShape.ts';
import { OptionChoice } from '../kit/OptionChoice.tsx';
import { useToolOptions } from './useToolOptions.ts';

const modes = [
  { value: 'new', label: 'New', icon: Square, tip: 'A new region for each shape' },
  { value: 'add', label: 'Add', icon: SquaresUnite, tip: 'Add to the mask: hold Shift when you press' },
  {
    value: 'subtract',
    label: 'Subtract',
    icon: SquaresSubtract,
    tip: 'Cut out of the mask: hold Alt when you press',
  },
  {
    value: 'intersect',
    label: 'Intersect',
    icon: SquaresIntersect,
    tip: 'Keep what both cover: hold Shift and Alt when you press',
  },
] as const satisfies readonly { value: CombineMode; [part: string]: unknown }[];

/** What a drawn shape does to the mask. */
export function MaskModeChoice() {
  const { options, change } = useToolOptions();
  return (
    <OptionChoice
      label="Mask mode"
      value={options.combineMode}
      options={modes}
      onChange={(combineMode) => change({ combineMode })}
    />
  );
}
