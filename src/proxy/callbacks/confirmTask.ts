import { randomUUID } from 'node:crypto';
import { isFinal } from '../../contract/task.ts';
import { withTimeout } from '../http/deadline.ts';
import { HttpError } from '../httpError.ts';
import type { Service } from '../service/service.ts';
import type { TaskBroker } from '../tasks/taskBroker.ts';

/**
 * Asks the service for a task and tells whoever is subscribed to it. Whether the task has ended. Rejects with a 503 `HttpError`
 * where the caller should try again.
 */
export type ConfirmTask = (id: string) => Promise<boolean>;

/** A task is asked for at most once in this time by all copies together, in milliseconds. */
const leaseMs = 1000;
/** The service waits ten seconds for the answer to its callback. */
const timeoutMs = 8000;
const confirmationsAtOnceMax = 8;

type Values = Readonly<{
  service: Pick<Service, 'queryTask'>;
  broker: TaskBroker;
  now(): number;
}>;

/** What is known to be final costs no question: a callback that is sent again changes nothing. */
export function createConfirmTask({ service, broker, now }: Values): ConfirmTask {
  let running = 0;
  return async (id) => {
    const known = await broker.getLatest(id);
    if (known !== undefined && isFinal(known.task)) return true;
    if (running >= confirmationsAtOnceMax) throw callAgain();
    running += 1;
    const confirmation = confirm(id).finally(() => {
      running -= 1;
    });
    // One that comes later still counts.
    return await withTimeout(confirmation, timeoutMs).catch(() => {
      throw callAgain();
    });
  };

  async function confirm(id: string): Promise<boolean> {
    // Nobody releases this lease: that it runs out is the limit.
    if (!(await broker.acquireLease(`confirm-${id}`, randomUUID(), leaseMs))) throw callAgain();
    try {
      const task = await service.queryTask(id);
      await broker.publish(id, { kind: 'task', task, seenAt: now() });
      return isFinal(task);
    } catch (error) {
      const isUnknown = error instanceof HttpError && error.status === 404;
      if (!isUnknown) throw callAgain();
      return false;
    }
  }
}

export function callAgain(): HttpError {
  const message = 'The task could not be confirmed. Send this again.';
  return new HttpError(503, 'server_busy', message, { retryAfter: '1' });
}
