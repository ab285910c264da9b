import { limits } from '../../../contract/limits.ts';
import { backoffMs, isTransientStatus } from '../../../contract/retry.ts';
import { estimatedSeconds, isFinal, notFoundMax, type Task, taskAgeMaxMs } from '../../../contract/task.ts';
import { type Generation, type InPhase, isInPhase, type Polling } from '../generation.ts';
import { type Effect, enter, type Facts, type PollEvent, type Step, unchanged } from './events.ts';
import {
  areFilesAtFault,
  type Failure,
  type Fault,
  lostTask,
  taskFailure,
  unfinishedTask,
} from './failures.ts';
import { completedPhase, startFetching } from './fetching.ts';

const intervalMinMs = 1000;
const intervalMaxMs = 5000;
/** The longest pause between two polls that fail. */
const failurePauseMaxMs = 30_000;
/** A stream tells of changes only, and may be dead without anyone knowing: after such a silence the task is polled. */
const silenceMaxMs = 15_000;
/** It has something to tell at once, so that a first silence means more. */
const firstSilenceMaxMs = 5000;
/** Results are deleted after a day; whatever cannot be asked for until then is over either way. */
const troublePatienceMs = limits.resultLifetimeHours * 3_600_000;

/**
 * Follows a task until it is final: listens while the server's stream tells of it, and polls when that is silent or gone, less
 * often while there is trouble. Both are free, so it goes on through whatever may pass, a sleeping machine and a night offline
 * included. It ends where the service refuses to tell, or still says after half an hour that it is not done.
 */
export function stepPolling(generation: Generation, event: PollEvent, { now }: Facts): Step {
  if (!isInPhase(generation, 'running') || !generation.phase.polling) return unchanged(generation);
  const { task, polling } = generation.phase;
  switch (event.type) {
    case 'streamOpened':
      return poll(generation, { ...polling, silenceMs: firstSilenceMaxMs });
    case 'streamEnded':
      return poll(generation, { ...polling, silenceMs: undefined });
    case 'taskHeard':
      return updateTask(generation, event.task, heard(polling), now);
    case 'polled':
      return updateTask(generation, event.task, polling, now);
    case 'troubleHeard': {
      const phase = { ...generation.phase, task, trouble: event.message };
      return poll({ ...generation, phase }, heard(polling));
    }
    case 'refusalHeard':
      return retryPoll(generation, event.fault, heard(polling), now);
    case 'pollFailed':
      return retryPoll(generation, event.fault, polling, now);
  }
}

/** It may have waited here long after the press; but the service's clock may be ahead of ours, and must not add patience. */
export function startPolling(
  generation: Generation,
  task: Task,
  now: number,
  effects: readonly Effect[] = [],
): Step {
  const acceptedAt = Math.max(generation.startedAt, Math.min(task.created * 1000, now));
  const intervalMs = intervalOf(task);
  const polling: Polling = { acceptedAt, intervalMs, pauseMs: intervalMs, unknownCount: 0, failureCount: 0 };
  const phase = { name: 'running', task, polling } as const;
  return { generation: { ...generation, phase }, effects: [...effects, { type: 'listen' }] };
}

function heard(polling: Polling): Polling {
  return { ...polling, silenceMs: silenceMaxMs };
}

function poll(generation: InPhase<'running'>, polling: Polling): Step {
  const phase = { ...generation.phase, polling };
  return unchanged({ ...generation, phase }, [
    { type: 'poll', afterMs: polling.silenceMs ?? polling.pauseMs },
  ]);
}

function updateTask(generation: InPhase<'running'>, task: Task, before: Polling, now: number): Step {
  if (isFinal(task)) return finish(generation, task, now);
  if (now - before.acceptedAt > taskAgeMaxMs) return loseTask(generation, task, unfinishedTask, now);
  const polling = { ...before, unknownCount: 0, failureCount: 0, pauseMs: before.intervalMs };
  const asked = poll({ ...generation, phase: { name: 'running', task } }, polling);
  return { ...asked, effects: [{ type: 'record' }, ...asked.effects] };
}

/** Trouble is shown and not recorded: it passes. */
function retryPoll(generation: InPhase<'running'>, fault: Fault, before: Polling, now: number): Step {
  const { task } = generation.phase;
  const unknownCount = before.unknownCount + (isUnknownTask(fault) ? 1 : 0);
  if (!isPassing(fault, unknownCount) || now - before.acceptedAt > troublePatienceMs) {
    return loseTask(generation, task, lostTask(fault), now);
  }
  const askedMs = (fault.retryAfterSeconds ?? 0) * 1000;
  const failureCount = before.failureCount + 1;
  const backoff = { firstMs: 2 * before.intervalMs, maxMs: failurePauseMaxMs };
  const pauseMs = Math.max(askedMs, backoffMs(backoff, failureCount));
  const phase = { name: 'running', task, trouble: fault.message } as const;
  return poll({ ...generation, phase }, { ...before, unknownCount, failureCount, pauseMs });
}

function loseTask(generation: Generation, task: Task, failure: Failure, now: number): Step {
  return enter(generation, { name: 'failed', task, finishedAt: now, failure });
}

function finish(generation: Generation, task: Task, now: number): Step {
  if (task.status === 'failed') {
    const failure = taskFailure(task);
    const urls = generation.uploads.map(({ url }) => url);
    const forget: Effect[] = areFilesAtFault(failure, urls) ? [{ type: 'forgetUploads', urls }] : [];
    return enter(generation, { name: 'failed', task, finishedAt: now, failure }, forget);
  }
  const completed = { ...generation, phase: completedPhase(task, now) };
  const { effects, ...fetching } = startFetching(completed);
  const shown: Effect[] = completed.phase.results.length > 0 ? [{ type: 'show' }] : [];
  return { ...fetching, effects: [{ type: 'record' }, ...shown, ...effects] };
}

/**
 * Signing in, or another key for the server, mends a 401, and a reload a page that the server has outgrown; an answer that
 * makes no sense, whatever its status, comes from something between.
 */
function isPassing(fault: Fault, unknownCount: number): boolean {
  const { code, status } = fault;
  if (status === undefined) return false;
  if (code === 'bad_answer' || code === 'server_changed') return true;
  if (isUnknownTask(fault)) return unknownCount < notFoundMax;
  return status < 400 || status === 401 || isTransientStatus(status);
}

/** Only where the server itself says so: one that is being restarted is not found either. */
function isUnknownTask({ code, status }: Fault): boolean {
  return status === 404 && code !== 'bad_answer';
}

function intervalOf(task: Task): number {
  const estimatedMs = (estimatedSeconds(task) ?? 0) * 1000;
  return Math.min(intervalMaxMs, Math.max(intervalMinMs, estimatedMs / 20));
}
