import { type Generation, resultsExpireAt } from '../../../store/generations/generation.ts';
import { durationText } from '../../kit/durationText.ts';

const minuteMs = 60_000;

/** How long the service still keeps the results of a generation; nothing it promises holds beyond that. */
export function timeLeftText(generation: Generation, now: number): string {
  const leftMs = (resultsExpireAt(generation) ?? now) - now;
  if (leftMs <= 0) return 'The service no longer keeps it.';
  if (leftMs < minuteMs) return 'The service deletes it within a minute.';
  return `The service keeps it for ${durationText(Math.floor(leftMs / minuteMs) * minuteMs)} more.`;
}
