import { useEffect, useState } from 'react';
import { clamp, roundPx } from '../../model/geometry/scalar.ts';
import { separatorsOf } from './numberLiteral.ts';
import { readNumber } from './readNumber.ts';

type TypedNumberProps = {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  onLive?(value: number): void;
  onCommit(value: number): void;
};

/** What stands in the field in place of its value. */
type Typed = {
  readonly text: string;
  /** The value when typing began. */
  readonly start: number;
  readonly refusal: Refusal | null;
};

type Refusal = Extract<ReturnType<typeof readNumber>, { kind: 'refused' }>['reason'];

/** Why the field does not have what was typed. */
type NumberNote = Refusal | 'range';

/**
 * What is typed into a number field, from the first key to Enter, Escape, or leaving the field. What cannot be read stays as it
 * was typed, until it is mended or the value becomes another.
 */
export function useTypedNumber({ value, min, max, onLive, onCommit }: TypedNumberProps) {
  const [latest, setTyped] = useState<Typed | null>(null);
  const [isSnapped, setIsSnapped] = usePassing();
  const typed = latest?.refusal && latest.start !== value ? null : latest;
  const { text, start, refusal } = typed ?? { text: String(value), start: value, refusal: null };

  function read(from: string) {
    const reading = readNumber(from, { current: start, separators: separatorsOf(navigator.language) });
    return reading.kind === 'read' ? roundPx(reading.value) : reading.reason;
  }

  function change(to: string) {
    setTyped({ text: to, start, refusal: null });
    setIsSnapped(false);
    const number = read(to);
    onLive?.(typeof number === 'number' ? clamp(number, min, max) : start);
  }

  function settle(next: number) {
    setTyped(null);
    setIsSnapped(false);
    if (next !== start) onCommit(next);
    else if (next !== value) onLive?.(next);
  }

  /** Commits what was typed, or `addend` more than that; false where it cannot be read. */
  function commit(addend = 0): boolean {
    const number = text.trim() === '' ? start : read(text);
    if (typeof number !== 'number') {
      setTyped({ text, start, refusal: number });
      return false;
    }
    const next = clamp(number + addend, min, max);
    settle(next);
    setIsSnapped(next !== number + addend);
    return true;
  }

  function leave() {
    if (typed === null) setIsSnapped(false);
    else commit();
  }

  const note: NumberNote | null = refusal ?? (isSnapped ? 'range' : null);
  return {
    text,
    isTyping: typed !== null,
    isRefused: refusal !== null,
    note,
    change,
    commit,
    leave,
    giveUp: () => settle(start),
  };
}

const lifetimeMs = 5000;

/** What is true only for a while, unless it is taken back before. */
function usePassing() {
  const [isTrue, setIsTrue] = useState(false);
  useEffect(() => {
    if (!isTrue) return;
    const timer = setTimeout(() => setIsTrue(false), lifetimeMs);
    return () => clearTimeout(timer);
  }, [isTrue]);
  return [isTrue, setIsTrue] as const;
}
