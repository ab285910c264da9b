import { expect, test } from 'vitest';
import type { Task } from '../../../src/contract/task.ts';
import { createCreates, type Press } from '../../../src/proxy/creates/sendOnce.ts';
import { type KeyValueStore, StoreAwayError } from '../../../src/proxy/store/keyValueStore.ts';
import { createMemoryStore } from '../../../src/proxy/store/memoryStore.ts';
import { exampleTask } from '../examples.ts';

const press: Press = { generationId: 'one', attempt: 1, requestHash: 'hash', repeatMs: undefined };

function copyWith(store: KeyValueStore, now: () => number = Date.now) {
  let creates = 0;
  const { sendOnce } = createCreates({
    store,
    isShared: true,
    sendsWithoutStore: false,
    timeouts: { create: 100 },
    now,
  });
  const send = async () => {
    creates += 1;
    return exampleTask as Task;
  };
  return {
    create: () =>
      sendOnce(press, send).then(
        ({ record, isReplay }) => [record.state, isReplay],
        (error) => error.code,
      ),
    creates: () => creates,
  };
}

/** As Redis does that hangs: the first of each command is carried out, and not answered. */
function withLateAnswer(store: KeyValueStore): KeyValueStore {
  return { ...store, add: lateAtFirst(store.add), replace: lateAtFirst(store.replace) };
}

function lateAtFirst<Parameters extends unknown[]>(command: (...parameters: Parameters) => Promise<boolean>) {
  let isFirst = true;
  return async (...parameters: Parameters) => {
    const isDone = await command(...parameters);
    if (!isFirst) return isDone;
    isFirst = false;
    throw new StoreAwayError('late');
  };
}

test('a claim that was refused and carried out after all keeps its own copy off nothing', async () => {
  const copy = copyWith(withLateAnswer(createMemoryStore(Date.now)));
  expect([await copy.create(), await copy.create(), await copy.create(), await copy.create()]).toEqual([
    'server_busy',
    'server_busy',
    ['created', false],
    ['created', true],
  ]);
  expect(copy.creates()).toBe(1);
});

test('and has no other copy send it, which cannot know', async () => {
  const store = createMemoryStore(Date.now);
  const first = copyWith(withLateAnswer(store));
  await first.create();
  const other = copyWith(store, () => Date.now() + 60_000);
  expect([await other.create(), other.creates()]).toEqual([['unknown', true], 0]);
});

test('two hung claims of two copies leave one that sends', async () => {
  const store = createMemoryStore(Date.now);
  const late: (() => Promise<boolean>)[] = [];
  const hanging: KeyValueStore = {
    ...store,
    add: async (...parameters) => {
      late.push(() => store.add(...parameters));
      throw new StoreAwayError('hung');
    },
  };
  const hung = copyWith(hanging);
  expect(await hung.create()).toBe('server_busy');
  const other = copyWith(store);
  expect(await other.create()).toEqual(['created', false]);
  await late[0]?.();
  expect([await hung.create(), hung.creates() + other.creates()]).toEqual([['created', true], 1]);
});
