import { useId } from 'react';
import styles from './SegmentedControl.module.css';

type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** Shown small beside the label, such as "costs more"; a description, not part of the name. */
  readonly note?: string;
};

type SegmentedControlProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  onChange(value: Value): void;
};

/** One choice of two or three, all in sight. Radio buttons underneath, so arrow keys choose. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, options, onChange } = props;
  const id = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.track}>
        {options.map((option) => (
          <div key={option.value} className={styles.option}>
            <input
              type="radio"
              name={id}
              aria-label={option.label}
              aria-describedby={option.note && `${id}-${option.value}`}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span aria-hidden>{option.label}</span>
            {option.note && (
              <span id={`${id}-${option.value}`} className={styles.note} aria-hidden>
                {option.note}
              </span>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
