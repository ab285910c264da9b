import type { LucideIcon } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { classNames } from './classNames.ts';
import styles from './Segments.module.css';
import { Tip } from './Tip.tsx';

type Segment<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** Shown small beside the label, such as "costs more"; a description, not part of the name. */
  readonly note?: string;
  /** Stands in place of the label. */
  readonly icon?: LucideIcon;
  readonly tip?: string;
};

type SegmentsProps<Value extends string> = {
  readonly value: Value;
  readonly options: readonly Segment<Value>[];
  /** In a bar: no wider than needed, and a pointer leaves the focus on the stage. */
  readonly isInBar?: boolean;
  onChange(value: Value): void;
};

/** What can be chosen, side by side in a group's frame. Radio buttons underneath, so arrow keys choose. */
export function Segments<Value extends string>({ value, options, isInBar, onChange }: SegmentsProps<Value>) {
  const id = useId();
  return (
    <div className={classNames(styles.track, isInBar && styles.inBar)}>
      {options.map(({ icon: Icon, note, tip, ...option }) => (
        <div key={option.value} className={styles.option}>
          {withTip(
            <input
              type="radio"
              name={id}
              aria-label={option.label}
              aria-describedby={note && `${id}-${option.value}`}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              onPointerUp={(event) => isInBar && event.currentTarget.blur()}
            />,
            tip,
          )}
          {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : <span aria-hidden>{option.label}</span>}
          {note && (
            <span id={`${id}-${option.value}`} className={styles.note} aria-hidden>
              {note}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

function withTip(control: ReactElement, tip: string | undefined) {
  return tip === undefined ? control : <Tip text={tip}>{control}</Tip>;
}

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
