import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { Tip } from '../controls/Tip.tsx';
import styles from './OptionChoice.module.css';

type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly tip: string;
  /** Stands in place of the label. */
  readonly icon?: LucideIcon;
};

type OptionChoiceProps<Value extends string> = {
  /** The group's accessible name. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  onChange(value: Value): void;
};

/** One choice of a few, small enough for a bar. Radio buttons underneath, so arrow keys choose. */
export function OptionChoice<Value extends string>(props: OptionChoiceProps<Value>) {
  const { label, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.track} aria-label={label}>
      {options.map(({ icon: Icon, ...option }) => (
        <div key={option.value} className={styles.option}>
          <Tip text={option.tip}>
            <input
              type="radio"
              name={name}
              aria-label={option.label}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              onPointerUp={(event) => event.currentTarget.blur()}
            />
          </Tip>
          {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : <span aria-hidden>{option.label}</span>}
        </div>
      ))}
    </fieldset>
  );
}
