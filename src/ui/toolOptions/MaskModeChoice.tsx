import { Square, SquaresIntersect, SquaresSubtract, SquaresUnite } from 'lucide-react';
import type { ToolOptions } from '../../tools/toolOptions.ts';
import { OptionChoice } from '../kit/Segments.tsx';
import * as texts from '../texts/texts.ts';
import { useToolOptions } from './useToolOptions.ts';

const { maskModes } = texts.toolOptions;
const modes = [
  { value: 'new', icon: Square, ...maskModes.new },
  { value: 'add', icon: SquaresUnite, ...maskModes.add },
  { value: 'subtract', icon: SquaresSubtract, ...maskModes.subtract },
  { value: 'intersect', icon: SquaresIntersect, ...maskModes.intersect },
] as const satisfies readonly { value: ToolOptions['combineMode']; [part: string]: unknown }[];

/** What a drawn shape does to the mask. */
export function MaskModeChoice() {
  const { options, change } = useToolOptions();
  return (
    <OptionChoice
      label={texts.toolOptions.maskMode}
      value={options.combineMode}
      options={modes}
      onChange={(combineMode) => change({ combineMode })}
    />
  );
}
