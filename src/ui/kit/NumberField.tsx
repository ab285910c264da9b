import { type KeyboardEvent, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import * as texts from '../texts/texts.ts';
import { classNames } from './classNames.ts';
import fieldStyles from './Field.module.css';
import styles from './NumberField.module.css';
import { useScrub } from './useScrub.ts';
import { useTypedNumber } from './useTypedNumber.ts';

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
  /** Told while one types or drags what it would be, and in the end, where that is given up, what it was. */
  onLive?(value: number): void;
  /** Told a whole number between `min` and `max` that differs from `value` as it was before one typed. */
  onCommit(value: number): void;
};

/**
 * A whole number of px, typed as the person's language writes it, or reckoned. Typing and dragging the mark change nothing until
 * Enter, leaving the field, or letting go; Escape brings the value back, and then leaves the field; the arrow keys step by 1
 * (Shift: 10) at once. A number out of range snaps to the nearest allowed one, and what cannot be read stays; the field says why.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, mark, markPlace = 'inside', id, value, min, max, isDisabled = false } = props;
  const typing = useTypedNumber(props);
  const input = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const scrub = useScrub({
    ...{ value, min, max, isDisabled },
    onScrub: (number) => typing.change(String(number)),
    onRelease: () => typing.commit(),
    onCancel: typing.giveUp,
    onClick: () => input.current?.focus(),
  });

  /** The field keeps the focus, ready for another number. In a form, Enter is then the form's. */
  function enter(event: KeyboardEvent<HTMLInputElement>) {
    const isRead = flushSync(() => typing.commit());
    if (isRead) event.currentTarget.select();
    else event.preventDefault();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      typing.commit(step * (event.shiftKey ? 10 : 1));
    } else if (event.key === 'Enter') {
      enter(event);
    } else if (event.key === 'Escape' && typing.isTyping) {
      event.preventDefault();
      typing.giveUp();
    }
  }

  return (
    <div className={classNames(styles.field, styles[markPlace])}>
      <span
        className={styles.mark}
        aria-hidden
        translate={markPlace === 'inside' ? 'no' : 'yes'}
        data-disabled={isDisabled}
        {...scrub}
      >
        {mark}
      </span>
      <input
        ref={input}
        id={id}
        className={classNames(fieldStyles.box, styles.input)}
        type="text"
        // The numeric keyboard of an iPhone has no minus.
        inputMode={min < 0 ? 'text' : 'numeric'}
        role="spinbutton"
        autoComplete="off"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={typing.isRefused}
        aria-describedby={noteId}
        data-typing={typing.isTyping}
        disabled={isDisabled}
        value={typing.text}
        onChange={(event) => typing.change(event.target.value)}
        onFocus={(event) => typing.isRefused || event.target.select()}
        onBlur={typing.leave}
        onKeyDown={onKeyDown}
      />
      <span id={noteId} className={styles.note} role="status">
        {typing.note && texts.kit.numberNotes[typing.note]({ min, max })}
      </span>
    </div>
  );
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 };
