import { PenTool } from 'lucide-react';
import { brushSizes } from '../../tools/brush/strokeSize.ts';
import { Button } from '../kit/Button.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { OptionChoice } from '../kit/OptionChoice.tsx';
import { Slider } from '../kit/Slider.tsx';
import { Tip } from '../kit/Tip.tsx';
import styles from './ToolOptionsBar.module.css';
import { useToolOptions } from './useToolOptions.ts';

const units = [
  { value: 'screen', label: 'Screen px', tip: 'As large on screen at any zoom' },
  { value: 'image', label: 'Image px', tip: 'As large on the photograph at any zoom' },
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
        <Slider label="Brush size" {...size} onChange={(brushSize) => change({ brushSize })} />
        <NumberField
          label="Brush size in px"
          mark="⌀"
          {...size}
          onCommit={(brushSize) => change({ brushSize })}
        />
      </div>
      <OptionChoice
        label="Brush unit"
        value={options.brushUnit}
        options={units}
        onChange={(brushUnit) => change({ brushUnit })}
      />
      <Tip text="A pen pressed lightly draws thinner">
        <Button
          look="quiet"
          icon={PenTool}
          isPressed={options.isPressureUsed}
          onClick={() => change({ isPressureUsed: !options.isPressureUsed })}
        >
          Pressure
        </Button>
      </Tip>
    </>
  );
}
