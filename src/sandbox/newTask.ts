import type { GenerationRequest } from '../contract/generationRequest.ts';
import type { Speed } from '../contract/speed.ts';
import type { Scenario } from './scenarios.ts';
import type { TaskRecord } from './taskState.ts';

export type NewTaskValues = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomId: () => string;
  /** Factor on every task's duration: 1 as a person sees it, 0 for at once. */
  readonly pace: number;
};

const durationsMs: Record<Speed, number> = { fast: 4000, turbo: 2000 };
const slowDurationMs = 60_000;
const creditsReserved: Record<Speed, number> = { fast: 1.8, turbo: 3.6 };

/** The task of a request, as it begins: its outcome is `running`. */
export function newTask(
  { now, randomId, pace }: NewTaskValues,
  { model, model_params: { speed } }: GenerationRequest,
  { isSlow, midRun }: Scenario,
): TaskRecord {
  const createdAt = now();
  return {
    id: `task-unified-${Math.floor(createdAt / 1000)}-${randomId()}`,
    model,
    createdAt,
    durationMs: pace * (isSlow ? slowDurationMs : durationsMs[speed]),
    creditsReserved: creditsReserved[speed],
    midRun,
    outcome: { kind: 'running' },
  };
}
