import { type Generation, resultsExpireAt } from '../../../store/generations/generation.ts';
import { durationText } from '../../kit/formats.ts';
import * as texts from '../../texts/texts.ts';

const minuteMs = 60_000;

/** How long the service still keeps the results of a generation; nothing it promises holds beyond that. */
export function timeLeftText(generation: Generation, now: number): string {
  const leftMs = (resultsExpireAt(generation) ?? now) - now;
  if (leftMs <= 0) return texts.results.noLongerKept;
  if (leftMs < minuteMs) return texts.results.deletedSoon;
  return texts.results.keptFor(durationText(Math.floor(leftMs / minuteMs) * minuteMs));
}
