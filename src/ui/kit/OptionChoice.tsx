import styles from './OptionChoice.module.css';
import { type Segment, Segments } from './Segments.tsx';

type OptionChoiceProps<Value extends string> = {
  /** The group's accessible name. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Segment<Value>[];
  onChange(value: Value): void;
};

/** One choice of a few, small enough for a bar. */
export function OptionChoice<Value extends string>({ label, ...segments }: OptionChoiceProps<Value>) {
  return (
    <fieldset className={styles.choice} aria-label={label}>
      <Segments {...segments} isInBar />
    </fieldset>
  );
}
