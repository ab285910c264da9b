import type { Tabs } from '../tabs/tabs.ts';
import { createdEvent, createFailedEvent, type PlainEffect } from './effects.ts';
import { attemptOf, type Generation } from './generation.ts';
import { generationWith, putGeneration } from './generationStore.ts';
import { createLeasedWork, type LeasedWorkParts } from './leasedWork.ts';
import { isOutcomeAskable } from './machine/asking.ts';
import type { Dispatch, Effect, Facts, GenerationEvent, NoticeCode } from './machine/events.ts';
import { step } from './machine.ts';
import type { Queue } from './queue.ts';
import { createTaskPoller, type TaskPollerParts } from './taskPoller.ts';

export type RunnerParts = Omit<TaskPollerParts & LeasedWorkParts, 'dispatch'> & {
  tabs: Tabs;
  queue: Queue;
  carryOut(generation: Generation, effect: PlainEffect): Promise<GenerationEvent | undefined>;
  now(): number;
  /** How long the server remembers what came of a create. */
  createMemoryMs: number;
  /** A generation has its first results. */
  onCompleted(id: string): void;
  /** A generation goes from the page, by this tab or another: told before it does, so that nothing shows what is not there. */
  onRemoved(id: string): void;
  notify(code: NoticeCode): void;
};

/**
 * Carries out what the machine says, and tells it what came of that. A generation that this page works on is leased for as long
 * as there is anything to do; another page's is only read.
 */
export function createRunner(parts: RunnerParts) {
  const { generations, queue, pauses } = parts;
  const poller = createTaskPoller({ ...parts, dispatch });

  async function dispatch(
    id: string,
    event: GenerationEvent,
    before = generationWith(generations, id),
  ): Promise<void> {
    const { generation, effects } = step(before, event, factsOf(parts, id));
    if (generation?.phase.name !== before?.phase.name) {
      pauses.end(id);
      poller.stopListening(id);
    }
    if (generation === undefined && before !== undefined) parts.onRemoved(id);
    if (generation !== generationWith(generations, id)) putGeneration(generations, id, generation);
    await Promise.all(effects.map((effect) => run(id, effect, generation ?? before)));
  }

  async function run(id: string, effect: Effect, generation: Generation | undefined): Promise<void> {
    if (generation === undefined) return;
    switch (effect.type) {
      case 'enqueue':
        if (await queue.waitUntilDequeued(id)) await dispatch(id, { type: 'dequeued' });
        return;
      case 'occupy':
        return queue.occupy(id);
      case 'repeatCreate': {
        const { request, sentAt, afterMs } = effect;
        if (!(await pauses.wait(id, afterMs))) return;
        const answer = await parts.client
          .createGeneration(request, id, {
            attempt: attemptOf(generation),
            repeatMs: Math.max(0, parts.now() - sentAt),
          })
          .then(createdEvent, createFailedEvent);
        return dispatch(id, answer);
      }
      case 'askOutcome': {
        const answer = await parts.client
          .getOutcome(id, attemptOf(generation), Math.max(0, parts.now() - effect.sentAt))
          .then(createdEvent, createFailedEvent);
        return dispatch(id, answer);
      }
      case 'listen':
        return poller.listen(generation);
      case 'poll':
        return poller.poll(generation, effect.afterMs);
      case 'retry':
        return pauses.after(id, effect.afterMs, () => dispatch(id, { type: 'retryDue' }));
      case 'delete':
        return remove(parts, dispatch, generation);
      case 'show':
        return parts.onCompleted(id);
      case 'notify':
        return parts.notify(effect.code);
      default: {
        const answer = await parts.carryOut(generation, effect);
        if (answer) await dispatch(id, answer);
      }
    }
  }

  return {
    dispatch,
    canAskOutcome: (generation: Generation) => isOutcomeAskable(generation, factsOf(parts, generation.id)),
    ...createLeasedWork({ ...parts, dispatch }),
  };
}

function factsOf(
  { now, isSandbox, tabs, leases, generations, createMemoryMs }: RunnerParts,
  id: string,
): Facts {
  return {
    now: now(),
    isSandbox,
    hasLocks: tabs.locks !== null,
    isLeased: leases.isHeld(id),
    isStorageFull: generations.getState().isStorageFull,
    createMemoryMs,
  };
}

/** Once one is gone, there may be room for what could not be kept of the others. */
async function remove(
  { storage, tabs, generations }: RunnerParts,
  dispatch: Dispatch,
  removed: Generation,
): Promise<void> {
  try {
    await storage.deleteGeneration(removed.id);
    tabs.announce(removed.id);
  } catch {
    return dispatch(removed.id, { type: 'deleteFailed' }, removed);
  }
  const others = generations.getState().generations;
  await Promise.all(others.map(({ id }) => dispatch(id, { type: 'roomMade' })));
}
