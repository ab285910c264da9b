import { expect, test } from 'vitest';
import type { GenerationPhase } from '../../../src/store/generations/generation.ts';
import { createGenerationStore, putGeneration } from '../../../src/store/generations/generationStore.ts';
import { createQueue } from '../../../src/store/generations/queue.ts';
import { createLeases } from '../../../src/store/tabs/leases.ts';
import { taskOf } from '../../helpers/testEditor.ts';
import { generationIn } from './generationEvents.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A page in which two may run at once. */
function createTestQueue() {
  const generations = createGenerationStore();
  const leases = createLeases(null, 'generation');
  const queue = createQueue({ generations, leases, limit: 2, locks: null });
  const turns: [string, boolean][] = [];
  let presses = 0;

  function put(id: string, phase: GenerationPhase | undefined, startedAt = 0) {
    putGeneration(generations, id, phase && generationIn(phase, { id, startedAt }));
  }

  function press(id: string) {
    presses += 1;
    leases.claim(id);
    put(id, { name: 'queued' }, presses);
    void queue.waitUntilDequeued(id).then((isTurn) => {
      turns.push([id, isTurn]);
      if (isTurn) put(id, { name: 'preparing' });
    });
  }

  return { press, put, turns };
}

const failure = { code: 'x', charged: 'no', mayRetry: true } as const;

test('so many run at once, in the order in which they were asked for', async () => {
  const { press, put, turns } = createTestQueue();
  for (const id of ['a', 'b', 'c', 'd']) press(id);
  await settled();
  expect(turns.map(([id]) => id)).toEqual(['a', 'b']);
  put('b', { name: 'failed', finishedAt: 0, failure });
  await settled();
  expect(turns.map(([id]) => id)).toEqual(['a', 'b', 'c']);
});

test('one that is deleted while it waits is let go, and holds nobody up', async () => {
  const { press, put, turns } = createTestQueue();
  for (const id of ['a', 'b', 'c', 'd']) press(id);
  await settled();
  put('c', undefined);
  put('a', undefined);
  await settled();
  expect(turns.slice(2)).toEqual([
    ['c', false],
    ['d', true],
  ]);
});

test('what another page works on is not counted here', async () => {
  const { press, put, turns } = createTestQueue();
  for (const id of ['x', 'y']) put(id, { name: 'running', task: taskOf({}) });
  press('a');
  await settled();
  expect(turns).toEqual([['a', true]]);
});
