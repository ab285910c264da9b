import { createHash } from 'node:crypto';
import type { KeyValueStore } from '../store/keyValueStore.ts';
import { secretLifetimeMs } from './callbackSecrets.ts';

/** The one task that a callback's secret is for. */
export type CallbackTasks = Readonly<{
  /** The task's id is known only after the secret has been sent. Never rejects: without it, the callback is lost, and no more. */
  bind(secret: string, taskId: string): Promise<void>;
  /** Undefined where none is bound to it, or not yet. Rejects with `StoreAwayError`. */
  taskOf(secret: string): Promise<CallbackTask | undefined>;
  /** The task has ended, and with it what the secret is good for. */
  end(secret: string, taskId: string): Promise<void>;
}>;

export type CallbackTask = Readonly<{ id: string; hasEnded: boolean }>;

const bound = 'bound ';
const ended = 'ended ';

export function createCallbackTasks(store: KeyValueStore): CallbackTasks {
  const keep = (secret: string, value: string) =>
    store.put(keyOf(secret), value, secretLifetimeMs).catch(() => undefined);
  return {
    bind: (secret, taskId) => keep(secret, bound + taskId),
    end: (secret, taskId) => keep(secret, ended + taskId),
    taskOf: async (secret) => {
      const value = await store.get(keyOf(secret));
      if (value === undefined) return undefined;
      return { id: value.slice(bound.length), hasEnded: value.startsWith(ended) };
    },
  };
}

/** Whoever can read the store cannot call. */
function keyOf(secret: string): string {
  return `callback:${createHash('sha256').update(secret).digest('base64url')}`;
}
