import { estimatedSeconds } from '../../contract/task.ts';
import type { Generation } from '../../store/generations/generation.ts';
import * as texts from '../texts/texts.ts';

/** What a generation under way is doing, with an estimate where there is one. `now` in milliseconds since the epoch. */
export function progressText(
  { phase, startedAt }: Pick<Generation, 'phase' | 'startedAt'>,
  now: number,
): string {
  if (phase.name === 'queued') return texts.progress.queued;
  if (phase.name === 'preparing') return texts.progress.preparing;
  if (phase.name === 'uploading') return texts.progress.uploading;
  if (phase.name === 'sending') return texts.progress.sending;
  if (phase.name !== 'running') return '';
  if (phase.trouble !== undefined) return texts.progress.unreachable;
  const estimated = estimatedSeconds(phase.task);
  if (estimated === undefined) return texts.progress.running;
  return remainingText(estimated - (now - startedAt) / 1000);
}

/** Past two minutes, seconds would pretend to know more than an estimate does. */
function remainingText(seconds: number): string {
  const { overdue, secondsLeft, minutesLeft } = texts.progress;
  if (seconds <= 0) return overdue;
  return seconds < 120 ? secondsLeft(Math.ceil(seconds)) : minutesLeft(Math.round(seconds / 60));
}
