import type { ProxyClient } from '../../api/proxyClient.ts';
import type { TaskStreamEvent } from '../../api/taskEvents.ts';
import type { EditorStorage } from '../../storage/openStorage.ts';
import type { KeptGeneration } from '../../storage/storedGenerations.ts';
import type { Leases } from '../tabs/leases.ts';
import type { Tabs } from '../tabs/tabs.ts';
import { faultOf, type PlainEffect } from './effects.ts';
import type { Effect, Facts, GenerationEvent, NoticeCode } from './events.ts';
import { type Generation, isUnfinished } from './generation.ts';
import { type GenerationStore, generationWith, putGeneration } from './generationStore.ts';
import { step } from './machine.ts';
import type { Pauses } from './pauses.ts';
import type { Queue } from './queue.ts';
import { generationOf } from './recordForm.ts';

type Parts = {
  generations: GenerationStore;
  storage: EditorStorage;
  tabs: Tabs;
  leases: Leases;
  queue: Queue;
  pauses: Pauses;
  client: ProxyClient;
  carryOut(generation: Generation, effect: PlainEffect): Promise<GenerationEvent | undefined>;
  isSandbox: boolean;
  now(): number;
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
export function createRunner(parts: Parts) {
  const { generations, storage, tabs, leases, queue, pauses, client, isSandbox } = parts;
  /** Ends the listening to a task. */
  const streams = new Map<string, () => void>();

  /** Resolves when all that follows has come to its end, but for retries after a pause. */
  async function dispatch(
    id: string,
    event: GenerationEvent,
    before = generationWith(generations, id),
  ): Promise<void> {
    const { generation, effects } = step(before, event, factsOf(id));
    if (generation?.phase.name !== before?.phase.name) {
      pauses.end(id);
      streams.get(id)?.();
    }
    if (generation === undefined && before !== undefined) parts.onRemoved(id);
    if (generation !== generationWith(generations, id)) putGeneration(generations, id, generation);
    await Promise.all(effects.map((effect) => run(id, effect, generation ?? before)));
  }

  function factsOf(id: string): Facts {
    return {
      now: parts.now(),
      isSandbox,
      hasLocks: tabs.locks !== null,
      isLeased: leases.isHeld(id),
      isStorageFull: generations.getState().isStorageFull,
    };
  }

  async function run(id: string, effect: Effect, generation: Generation | undefined): Promise<void> {
    if (generation === undefined) return;
    switch (effect.type) {
      case 'enqueue':
        if (await queue.waitForTurn(id)) await dispatch(id, { type: 'turnCame' });
        return;
      case 'occupy':
        return queue.occupy(id);
      case 'listen':
        return listen(id, generation);
      case 'poll':
        if (await pauses.wait(id, effect.afterMs)) await poll(id, generation);
        return;
      case 'retry':
        return pauses.after(id, effect.afterMs, () => dispatch(id, { type: 'retryDue' }));
      case 'delete':
        return remove(id, generation);
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

  async function poll(id: string, { phase }: Generation): Promise<void> {
    if (phase.name !== 'running') return;
    const answer = await client.getTask(phase.task.id).then(
      (task): GenerationEvent => ({ type: 'polled', task }),
      (error): GenerationEvent => ({ type: 'pollFailed', fault: faultOf(error) }),
    );
    await dispatch(id, answer);
  }

  /** Resolves when there is nothing to listen to any more, and all that was heard has come to its end. */
  async function listen(id: string, { phase }: Generation): Promise<void> {
    if (phase.name !== 'running') return;
    const heard: Promise<void>[] = [];
    const ended = new Promise<void>((end) => {
      const stop = client.listenToTask(phase.task.id, (news) => heard.push(dispatch(id, eventOf(news))));
      streams.set(id, () => {
        streams.delete(id);
        stop?.();
        end();
      });
      heard.push(dispatch(id, { type: stop ? 'streamOpened' : 'streamEnded' }));
      if (!stop) streams.get(id)?.();
    });
    await ended;
    await Promise.all(heard);
  }

  async function remove(id: string, removed: Generation): Promise<void> {
    try {
      await storage.deleteGeneration(id);
      tabs.announce(id);
    } catch {
      return dispatch(id, { type: 'deleteFailed' }, removed);
    }
    const others = generations.getState().generations.map((each) => each.id);
    await Promise.all(others.map((each) => dispatch(each, { type: 'roomMade' })));
  }

  /** Takes over what a tab has written. */
  async function reload(id: string): Promise<void> {
    take(id, await storage.loadGeneration(id));
  }

  function take(id: string, kept: KeptGeneration | undefined): void {
    const known = generationWith(generations, id);
    void dispatch(id, { type: 'reloaded', generation: kept && generationOf(kept, known, isSandbox) });
  }

  /** Works on one once no other page does, from what is recorded by then. Resolves at its end, or when only retries are left. */
  async function takeOver(id: string, event: GenerationEvent): Promise<void> {
    await new Promise<void>((resolve) => {
      void leases.hold(id, async () => {
        await reload(id).catch(() => undefined);
        await dispatch(id, event);
        resolve();
        await pauses.over(id);
      });
    });
  }

  return {
    dispatch,
    reload,
    async reloadAll(): Promise<void> {
      for (const kept of await storage.loadGenerations()) take(kept.record.id, kept);
    },
    takeOver,

    /** Begins with a press, in this page. Resolves at its end, or when only retries are left. */
    async start(generation: Generation): Promise<void> {
      const release = leases.claim(generation.id);
      await dispatch(generation.id, { type: 'pressed', generation });
      void pauses.over(generation.id).then(release);
    },

    /** Goes on with what another tab, or this one before its reload, left under way; at once or when that tab goes. */
    inheritAll(): void {
      for (const generation of generations.getState().generations) {
        if (!isUnfinished(generation, isSandbox) || leases.isWanted(generation.id)) continue;
        void takeOver(generation.id, { type: 'inherited' });
      }
    },
  };
}

function eventOf(news: TaskStreamEvent): GenerationEvent {
  switch (news.kind) {
    case 'task':
      return { type: 'taskHeard', task: news.task };
    case 'trouble':
      return { type: 'troubleHeard', message: news.message };
    case 'refused':
      return { type: 'refusalHeard', fault: faultOf(news.error) };
    case 'closed':
      return { type: 'streamEnded' };
  }
}
