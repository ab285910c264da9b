import { expect, test } from 'vitest';
import {
  createGenerationStore,
  generationWith,
  putGeneration,
} from '../../../src/store/generations/generationStore.ts';
import { taskOf } from '../../helpers/testEditor.ts';
import { generationIn } from './generationEvents.ts';

const startedAt = (id: string, at: number) => generationIn({ name: 'queued' }, { id, startedAt: at });

test('the newest comes first, a later press of the same moment before an earlier one, and each keeps its place', () => {
  const store = createGenerationStore();
  for (const each of [startedAt('a', 1), startedAt('c', 3), startedAt('b', 1)]) {
    putGeneration(store, each.id, each);
  }
  putGeneration(store, 'a', generationIn({ name: 'preparing' }, { id: 'a', startedAt: 1 }));
  expect(store.getState().generations.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect(generationWith(store, 'a')?.phase.name).toBe('preparing');
  putGeneration(store, 'c', undefined);
  expect(generationWith(store, 'c')).toBeUndefined();
});

test('the storage is full for as long as a result has no room', () => {
  const store = createGenerationStore();
  const task = taskOf({});
  const holding = (problem: 'full' | 'failed' | undefined, isSaved = false) => {
    const results = [{ kind: 'fetched', blob: new Blob(), isSaved, problem }] as const;
    putGeneration(store, 'g', generationIn({ name: 'completed', task, finishedAt: 0, results }));
    return store.getState().isStorageFull;
  };
  expect([holding('failed'), holding('full'), holding(undefined, true)]).toEqual([false, true, false]);
  holding('full');
  putGeneration(store, 'g', undefined);
  expect(store.getState().isStorageFull).toBe(false);
});
