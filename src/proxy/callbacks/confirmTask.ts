import { randomUUID } from 'node:crypto';
import { isFinal } from '../../contract/task.ts';
import { withTimeout } from '../http/deadline.ts';
import { HttpError } from '../httpError.ts';
import type { Service } from '../service/service.ts';
import type { TaskBroker } from '../tasks/taskBroker.ts';

/** Asks the service for a task and tells whoever is subscribed to it. Rejects with a 503 `HttpError` where the caller should try again. */
export type ConfirmTask = (id: string) => Promise<void>;

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
    if (known !== undefined && isFinal(known.task)) return;
    if (running >= confirmationsAtOnceMax) throw busy();
    running += 1;
    const confirmation = confirm(id).finally(() => {
      running -= 1;
    });
    // One that comes later still counts.
    await withTimeout(confirmation, timeoutMs).catch(() => {
      throw busy();
    });
  };

  async function confirm(id: string): Promise<void> {
    // Nobody releases this lease: that it runs out is the limit.
    if (!(await broker.acquireLease(`confirm-${id}`, randomUUID(), leaseMs))) throw busy();
    try {
      const task = await service.queryTask(id);
      await broker.publish(id, { kind: 'task', task, seenAt: now() });
    } catch (error) {
      const isUnknown = error instanceof HttpError && error.status === 404;
      if (!isUnknown) throw busy();
    }
  }
}

function busy(): HttpError {
  const message = 'The task could not be confirmed. Send this again.';
  return new HttpError(503, 'server_busy', message, { retryAfter: '1' });
}
