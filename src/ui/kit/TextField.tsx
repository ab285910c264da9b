import { useId } from 'react';
import styles from './Field.module.css';

type TextFieldProps = {
  readonly label: string;
  readonly id?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly inputMode?: 'text' | 'url';
  /** What is wrong with the value. */
  readonly problem?: string | undefined;
  onChange(value: string): void;
};

/** One line of text that applies as it is typed. */
export function TextField({ label, id, value, placeholder, inputMode, problem, onChange }: TextFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={inputId}>
        {label}
      </label>
      <input
        id={inputId}
        className={styles.box}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${inputId}-problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== undefined && (
        <p id={`${inputId}-problem`} className={styles.note}>
          {problem}
        </p>
      )}
    </div>
  );
}
