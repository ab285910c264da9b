import styles from './SegmentedControl.module.css';
import { type Segment, Segments } from './Segments.tsx';

type SegmentedControlProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Segment<Value>[];
  onChange(value: Value): void;
};

/** One choice of two or three, all in sight, beside its label. */
export function SegmentedControl<Value extends string>({ label, ...segments }: SegmentedControlProps<Value>) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <Segments {...segments} />
    </fieldset>
  );
}
