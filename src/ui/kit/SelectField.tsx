import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './classNames.ts';
import fieldStyles from './Field.module.css';
import styles from './SelectField.module.css';

type SelectFieldProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** For names that are the same in every language. */
  readonly translate?: 'no';
  onChange(value: Value): void;
};

/** One choice from a list, as the platform's own menu. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, options, translate, onChange } = props;
  const id = useId();
  return (
    <div className={fieldStyles.row}>
      <label className={fieldStyles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.frame}>
        <select
          id={id}
          className={classNames(fieldStyles.box, styles.select)}
          value={value}
          translate={translate}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className={styles.arrow} size={14} aria-hidden />
      </div>
    </div>
  );
}
