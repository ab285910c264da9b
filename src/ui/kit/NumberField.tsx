import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { clamp } from '../../model/geometry/scalar.ts';
import * as texts from '../texts/texts.ts';
import { classNames } from './classNames.ts';
import fieldStyles from './Field.module.css';
import styles from './NumberField.module.css';

type NumberFieldProps = {
  /** The accessible name, such as "Canvas width". */
  readonly label: string;
  /** What stands in the field before the number, such as "W"; "top" puts a word above it. */
  readonly mark: string;
  readonly markPlace?: 'inside' | 'above';
  readonly id?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly isDisabled?: boolean;
  /** Told a whole number between `min` and `max` that differs from `value`. */
  onCommit(value: number): void;
};

/**
 * A whole number of px. Typing changes nothing until Enter or leaving the field; Escape brings the value back, and
 * then leaves the field; the arrow keys step by 1 (Shift: 10) at once. A number out of range snaps to the nearest allowed one and the field says why.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, mark, markPlace = 'inside', id, value, min, max, isDisabled = false, onCommit } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [note, setNote] = usePassingNote();
  const noteId = useId();
  const shown = typed ?? String(value);

  function commit(text: string) {
    const reading = readNumber(text, { min, max });
    setTyped(null);
    setNote(reading.note);
    if (reading.value !== null && reading.value !== value) onCommit(reading.value);
  }

  function step(event: KeyboardEvent<HTMLInputElement>, direction: 1 | -1) {
    event.preventDefault();
    const from = readNumber(shown, { min, max }).value ?? value;
    commit(String(from + direction * (event.shiftKey ? 10 : 1)));
  }

  /** Leaving the field commits, and the next key is a command again, not a number. In a form, Enter is the form's. */
  function enter(input: HTMLInputElement) {
    if (input.form === null) input.blur();
    else if (typed !== null) commit(typed);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') {
      enter(event.currentTarget);
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault();
      setTyped(null);
    }
    if (event.key === 'ArrowUp') step(event, 1);
    if (event.key === 'ArrowDown') step(event, -1);
  }

  return (
    <div className={classNames(styles.field, styles[markPlace])}>
      <span className={styles.mark} aria-hidden translate={markPlace === 'inside' ? 'no' : 'yes'}>
        {mark}
      </span>
      <input
        id={id}
        className={classNames(fieldStyles.box, styles.input)}
        type="text"
        inputMode="numeric"
        role="spinbutton"
        autoComplete="off"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-describedby={noteId}
        data-typing={typed !== null}
        disabled={isDisabled}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          setNote(null);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => (typed === null ? setNote(null) : commit(typed))}
        onKeyDown={onKeyDown}
      />
      <span id={noteId} className={styles.note} role="status">
        {note}
      </span>
    </div>
  );
}

type Range = { readonly min: number; readonly max: number };

/** `value` is null where nothing can be read. `note` says why it is not what was typed. */
type Reading = { readonly value: number | null; readonly note: string | null };

/** Reads a whole number within a range from what someone typed; "1024 px" and a real minus sign are fine. */
function readNumber(text: string, { min, max }: Range): Reading {
  const plain = text
    .trim()
    .replace('\u2212', '-')
    .replace(/\s*px$/i, '');
  const number = plain === '' ? Number.NaN : Number(plain);
  if (!Number.isFinite(number)) return { value: null, note: texts.kit.noNumber };
  const whole = Math.round(number);
  if (whole >= min && whole <= max) return { value: whole, note: null };
  return { value: clamp(whole, min, max), note: texts.kit.range({ min, max }) };
}

const lifetimeMs = 5000;

/** A short text that leaves by itself. Setting it to null takes it away at once. */
function usePassingNote() {
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => {
    if (note === null) return;
    const timer = setTimeout(() => setNote(null), lifetimeMs);
    return () => clearTimeout(timer);
  }, [note]);
  return [note, setNote] as const;
}
