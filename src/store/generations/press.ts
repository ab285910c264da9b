import type { Document } from '../../model/document/document.ts';
import type { Settings } from '../../model/request/settings.ts';
import { type Generation, isUnderWay } from './generation.ts';

/** What Generate was pressed on, and when, in milliseconds since the epoch. */
export type Press = { readonly document: Document; readonly settings: Settings; readonly at: number };

/** Presses that follow each other faster are one: a double click, a held key, an impatient hand. */
const pressGapMs = 1000;

/**
 * Whether a press is the one before again, of which `earlier` came. One that has come to a known end is not repeated but
 * followed by another; one in doubt is not, since nobody has read yet that it is.
 */
export function isSamePress(before: Press, press: Press, earlier: Generation | undefined): boolean {
  if (before.document !== press.document || before.settings !== press.settings) return false;
  const isOpen = earlier !== undefined && (isUnderWay(earlier) || earlier.phase.name === 'unknown');
  return press.at - before.at < pressGapMs && isOpen;
}
