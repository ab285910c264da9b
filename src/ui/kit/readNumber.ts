import { clamp } from '../../model/geometry/scalar.ts';
import * as texts from '../texts/texts.ts';

type Range = { readonly min: number; readonly max: number };

/** `value` is null where nothing can be read. `note` says why it is not what was typed. */
type Reading = { readonly value: number | null; readonly note: string | null };

/** Reads a whole number within a range from what someone typed; "1024 px" and a real minus sign are fine. */
export function readNumber(text: string, { min, max }: Range): Reading {
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
