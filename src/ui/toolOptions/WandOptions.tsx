import { Button } from '../kit/Button.tsx';
import { SelectField } from '../kit/SelectField.tsx';
import { Slider } from '../kit/Slider.tsx';
import { Tip } from '../kit/Tip.tsx';
import * as texts from '../texts/texts.ts';
import styles from './ToolOptionsBar.module.css';
import { useToolOptions } from './useToolOptions.ts';

const samples = [
  { value: '1', label: '1 × 1', size: 1 },
  { value: '3', label: '3 × 3', size: 3 },
  { value: '5', label: '5 × 5', size: 5 },
] as const;

/** What counts as similar to the pixel that is clicked. */
export function WandOptions() {
  const { options, change } = useToolOptions();
  const sample = samples.find(({ size }) => size === options.sampleSize) ?? samples[0];
  return (
    <>
      <div className={styles.tolerance}>
        <span aria-hidden>{texts.toolOptions.tolerance}</span>
        <Slider
          label={texts.toolOptions.tolerance}
          value={options.tolerance}
          min={0}
          max={255}
          onChange={(tolerance) => change({ tolerance }, false)}
          onCommit={() => change({})}
        />
        <span className={styles.number} aria-hidden translate="no">
          {options.tolerance}
        </span>
      </div>
      <Tip text={texts.toolOptions.contiguousTip}>
        <Button
          look="quiet"
          isPressed={options.isContiguous}
          onClick={() => change({ isContiguous: !options.isContiguous })}
        >
          {texts.toolOptions.contiguous}
        </Button>
      </Tip>
      <Tip text={texts.toolOptions.sampleSizeTip}>
        <div className={styles.sample}>
          <SelectField
            label={texts.toolOptions.sampleSize}
            value={sample.value}
            options={samples}
            translate="no"
            onChange={(value) => {
              const chosen = samples.find((each) => each.value === value);
              if (chosen) change({ sampleSize: chosen.size });
            }}
          />
        </div>
      </Tip>
    </>
  );
}
