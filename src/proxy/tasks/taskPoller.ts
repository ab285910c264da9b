import { setTimeout as delay } from 'node:timers/promises';
import { isTransientStatus } from '../../contract/retry.ts';
import { notFoundMax } from '../../contract/task.ts';
import { HttpError } from '../httpError.ts';
import { isLastEvent, type PolledTask, type PolledTaskEvent } from './polledTaskEvent.ts';
import { pollBackoffMs, pollIntervalMs } from './pollInterval.ts';
import type { TaskBroker } from './taskBroker.ts';

export type PollerParts = Readonly<{
  queryTask(id: string): Promise<PolledTask['task']>;
  broker: TaskBroker;
  /** Names this copy of the server in leases. */
  holder: string;
  /** Milliseconds since 1970. */
  now(): number;
}>;

export type TaskPoller = Readonly<{
  receive(event: PolledTaskEvent): void;
  end(): void;
}>;

/** A copy that dies is missed after this, in milliseconds. */
const leaseMs = 4000;
const renewalMs = 1000;
/** More of them change nothing: the pause is at its longest. */
const failuresKept = 10;

/**
 * Watches one task for all the pages at this copy. Of all copies that watch it, the one with the lease asks the service;
 * the others live by what it tells, and try for the lease every second. `emit` is called with everything, its own answers included.
 */
export function startTaskPoller(
  parts: PollerParts,
  id: string,
  emit: (event: PolledTaskEvent) => void,
): TaskPoller {
  const { broker, holder, now } = parts;
  const ended = new AbortController();
  let dueAt = 0;
  let failures: readonly number[] = [];
  let polling: Promise<void> | undefined;
  void run();
  return { receive, end: () => ended.abort() };

  async function run(): Promise<void> {
    const known = await broker.getLatest(id);
    if (known !== undefined) receive(known);
    while (!ended.signal.aborted) {
      const hasLease = await broker.acquireLease(id, holder, leaseMs);
      if (hasLease && !polling && now() >= dueAt && !ended.signal.aborted) polling = poll();
      const pauseMs = hasLease && !polling ? Math.min(renewalMs, Math.max(0, dueAt - now())) : renewalMs;
      await delay(pauseMs, undefined, { signal: ended.signal }).catch(() => undefined);
    }
    // The others have to hear of the end before one of them can take over, or it would ask again.
    await polling;
    await broker.releaseLease(id, holder);
  }

  /** Not waited for between two claims: the lease has to be renewed meanwhile. */
  async function poll(): Promise<void> {
    const event = await parts.queryTask(id).then(
      (task): PolledTaskEvent => ({ kind: 'task', task, seenAt: now() }),
      (error: unknown) => {
        const failure = toHttpError(error);
        failures = [...failures, failure.status].slice(-failuresKept);
        return eventOfError(failure, failures, now());
      },
    );
    if (!ended.signal.aborted) await broker.publish(id, event);
    polling = undefined;
  }

  function receive(event: PolledTaskEvent): void {
    if (ended.signal.aborted) return;
    if (event.kind === 'trouble') dueAt = now() + event.pauseMs;
    if (event.kind === 'task') {
      failures = [];
      dueAt = Math.min(now(), event.seenAt) + pollIntervalMs(event.task, now());
    }
    if (isLastEvent(event)) ended.abort();
    emit(event);
  }
}

function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  return new HttpError(500, 'internal_error', 'The task could not be asked for.');
}

/** `failures` are the statuses of the failures in a row, this one's last. */
function eventOfError(failure: HttpError, failures: readonly number[], now: number): PolledTaskEvent {
  const { status, code, message, type } = failure;
  const unknowns = failures.filter((failed) => failed === 404).length;
  const mayPass = status === 404 ? unknowns < notFoundMax : isTransientStatus(status);
  if (!mayPass) return { kind: 'refused', status, code, message, type };
  return { kind: 'trouble', message, pauseMs: pollBackoffMs(failure, failures.length, now) };
}
