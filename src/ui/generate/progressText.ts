import { estimatedSeconds } from '../../contract/task.ts';
import type { Generation } from '../../store/generations/generation.ts';

/** What a generation under way is doing, with an estimate where there is one. `now` in milliseconds since the epoch. */
export function progressText(
  { phase, startedAt }: Pick<Generation, 'phase' | 'startedAt'>,
  now: number,
): string {
  if (phase.name === 'queued') return 'Waiting for its turn…';
  if (phase.name === 'preparing') return 'Preparing…';
  if (phase.name === 'uploading') return 'Uploading…';
  if (phase.name === 'sending') return 'Sending…';
  if (phase.name !== 'running') return '';
  if (phase.trouble !== undefined) return 'Working… The server is out of reach, still asking';
  const estimated = estimatedSeconds(phase.task);
  if (estimated === undefined) return 'Working…';
  return `Working… ${remainingText(estimated - (now - startedAt) / 1000)}`;
}

/** Past two minutes, seconds would pretend to know more than an estimate does. */
function remainingText(seconds: number): string {
  if (seconds <= 0) return 'longer than estimated';
  if (seconds < 120) return `about ${Math.ceil(seconds)} s left`;
  return `about ${Math.round(seconds / 60)} min left`;
}
