import type { Model } from '../contract/model.ts';
import type { Task } from '../contract/task.ts';
import type { Failure, MidRunFault } from './scenarios.ts';

/** How a task ends. It is `running` until its images are rendered, however late it is. */
export type Outcome =
  | { readonly kind: 'running' }
  | { readonly kind: 'completed'; readonly results: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type TaskRecord = {
  readonly id: string;
  readonly model: Model;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly durationMs: number;
  readonly creditsReserved: number;
  readonly midRun: MidRunFault;
  readonly outcome: Outcome;
};

/** Shares of a task's duration. */
const pendingShare = 0.15;
const failureShare = 0.6;
const midRunShares = { from: 0.3, to: 0.7 };

/** The task object at a time (ms since 1970): a function of the clock, so nothing has to tick. */
export function taskObject(task: TaskRecord, now: number) {
  return {
    created: Math.floor(task.createdAt / 1000),
    id: task.id,
    model: task.model,
    object: 'image.generation.task',
    ...stateOf(task, now),
    task_info: { can_cancel: true, estimated_time: Math.ceil(task.durationMs / 1000) },
    type: 'image',
    usage: { billing_rule: 'per_call', credits_reserved: task.creditsReserved, user_group: 'default' },
  };
}

/** When a task ends whose outcome is known, in milliseconds since 1970. */
export function endsAt({ createdAt, durationMs, outcome }: TaskRecord): number {
  return createdAt + durationMs * (outcome.kind === 'failed' ? failureShare : 1);
}

/** Whether this is the time at which a task of that kind misbehaves. */
export function isMidRun(task: TaskRecord, now: number): boolean {
  const share = shareOf(task, now);
  return share >= midRunShares.from && share < midRunShares.to;
}

type State = Pick<Task, 'progress' | 'results' | 'error'> & {
  /** One that is not documented, too. */
  readonly status: string;
};

function stateOf(task: TaskRecord, now: number): State {
  const { outcome } = task;
  const share = shareOf(task, now);
  if (outcome.kind === 'completed' && share >= 1) {
    return { status: 'completed', progress: 100, results: [...outcome.results] };
  }
  if (outcome.kind === 'failed' && share >= failureShare) {
    return { status: 'failed', progress: failureShare * 100, error: outcome.failure };
  }
  if (share < pendingShare) return { status: 'pending', progress: 0 };
  const status = task.midRun === 'unknown_status' && isMidRun(task, now) ? 'dreaming' : 'processing';
  return { status, progress: Math.min(99, Math.floor(share * 100)) };
}

function shareOf({ createdAt, durationMs }: TaskRecord, now: number): number {
  return durationMs > 0 ? (now - createdAt) / durationMs : 1;
}
