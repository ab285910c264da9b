import { PenTool } from 'lucide-react';
import { brushSizes } from '../../tools/brush/strokeSize.ts';
import { Button } from '../kit/Button.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { OptionChoice } from '../kit/Segments.tsx';
import { Slider } from '../kit/Slider.tsx';
import { Tip } from '../kit/Tip.tsx';
import * as texts from '../texts/texts.ts';
import styles from './ToolOptionsBar.module.css';
import { useToolOptions } from './useToolOptions.ts';

const { brushUnits } = texts.toolOptions;
const units = [
  { value: 'screen', ...brushUnits.screen },
  { value: 'image', ...brushUnits.image },
] as const;

/** How wide a stroke is. */
export function BrushOptions() {
  const { options, change } = useToolOptions();
  const size = {
    value: Math.round(options.brushSize),
    ...brushSizes,
  };
  return (
    <>
      <div className={styles.size}>
        <Slider
          label={texts.toolOptions.brushSize}
          {...size}
          onChange={(brushSize) => change({ brushSize })}
        />
        <NumberField
          label={texts.toolOptions.brushSizeInPx}
          mark="⌀"
          {...size}
          onLive={(brushSize) => change({ brushSize }, false)}
          onCommit={(brushSize) => change({ brushSize })}
        />
      </div>
      <OptionChoice
        label={texts.toolOptions.brushUnit}
        value={options.brushUnit}
        options={units}
        onChange={(brushUnit) => change({ brushUnit })}
      />
      <Tip text={texts.toolOptions.pressureTip}>
        <Button
          look="quiet"
          icon={PenTool}
          isPressed={options.isPressureUsed}
          onClick={() => change({ isPressureUsed: !options.isPressureUsed })}
        >
          {texts.toolOptions.pressure}
        </Button>
      </Tip>
    </>
  );
}
