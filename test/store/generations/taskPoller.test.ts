import { describe, expect, test } from 'vitest';
import { ProxyError } from '../../../src/api/proxyError.ts';
import type { TaskStreamEvent } from '../../../src/api/taskEvents.ts';
import {
  createGenerationStore,
  generationWith,
  putGeneration,
} from '../../../src/store/generations/generationStore.ts';
import { fakeClient, taskOf } from '../../helpers/testEditor.ts';
import { generationIn, inherited } from './generationEvents.ts';
import { createTestRunner } from './testRunner.ts';

const done = taskOf({ status: 'completed', progress: 100, results: [] });
const outOfReach = (status: number) =>
  new ProxyError('Away.', { status, code: 'away', mayHaveBeenCharged: false });

/** A running task over a stream that tells what the test says; silence passes only when the test ends it. */
function watching(getTask = async () => done, now = 0) {
  let hear: (news: TaskStreamEvent) => void = () => {};
  let asked = 0;
  let isStopped = false;
  const pauses: { milliseconds: number; end(): void }[] = [];
  const seen: string[] = [];
  const client = fakeClient({
    listenToTask: (_id, heard) => {
      hear = heard;
      return () => {
        isStopped = true;
      };
    },
    getTask: () => {
      asked += 1;
      return getTask();
    },
  });
  const generations = createGenerationStore();
  const { runner } = createTestRunner({
    generations,
    client,
    now: () => now,
    wait: (milliseconds) => new Promise((end) => pauses.push({ milliseconds, end: () => end() })),
  });
  const running = generationIn({ name: 'running', task: taskOf({}) }, { startedAt: 0 });
  putGeneration(generations, 'g', running);
  const phase = () => generationWith(generations, 'g')?.phase;

  function tell(news: TaskStreamEvent) {
    hear(news);
    const reached = phase();
    if (reached?.name === 'running' && reached.trouble) seen.push(reached.trouble);
    else if (reached?.name === 'running' || reached?.name === 'completed')
      seen.push(`${reached.task.progress}`);
  }

  async function watch() {
    await runner.dispatch('g', inherited(running));
    const reached = phase();
    if (reached?.name === 'failed') throw new Error(reached.failure.message);
    return reached && 'task' in reached ? reached.task : undefined;
  }

  return { watched: watch(), tell, pauses, seen, asked: () => asked, isStopped: () => isStopped };
}

describe('a task that the server tells of', () => {
  test('is never asked for', async () => {
    const { watched, tell, seen, asked, isStopped } = watching();
    tell({ kind: 'task', task: taskOf({ progress: 40 }) });
    tell({ kind: 'trouble', message: 'Slow.' });
    tell({ kind: 'task', task: done });
    expect(await watched).toEqual(done);
    expect([seen, asked(), isStopped()]).toEqual([['40', 'Slow.', '100'], 0, true]);
  });

  test('is asked for after a silence, five seconds at first', async () => {
    const { watched, pauses, asked } = watching();
    expect(pauses.map(({ milliseconds }) => milliseconds)).toEqual([5000]);
    pauses[0]?.end();
    expect(await watched).toEqual(done);
    expect(asked()).toBe(1);
  });

  test('is asked for every second or so once there is no more to hear', async () => {
    const { watched, tell, pauses, isStopped } = watching();
    tell({ kind: 'closed' });
    expect(isStopped()).toBe(true);
    await expect.poll(() => pauses.length).toBe(2);
    expect(pauses[1]?.milliseconds).toBe(1000);
    pauses[1]?.end();
    expect(await watched).toEqual(done);
  });

  test('goes on through a lost session, and ends where the service refuses to tell', async () => {
    const { watched, tell, seen } = watching();
    tell({ kind: 'refused', error: outOfReach(401) });
    tell({ kind: 'refused', error: outOfReach(403) });
    await expect(watched).rejects.toThrow('Away.');
    expect(seen).toEqual(['Away.']);
  });

  test.each([
    [403, 'bad_answer'],
    [404, 'bad_answer'],
    [409, 'server_changed'],
  ])('goes on through any number of answers with %i that say %s', async (status, code) => {
    const { watched, tell, seen } = watching();
    const error = new ProxyError('Away.', { status, code, mayHaveBeenCharged: false });
    for (let times = 0; times < 5; times += 1) tell({ kind: 'refused', error });
    tell({ kind: 'task', task: done });
    expect(await watched).toEqual(done);
    expect(seen).toHaveLength(6);
  });

  test('has half an hour from when it was created, not from the press', async () => {
    const createdMs = taskOf({}).created * 1000;
    const { watched, tell, seen } = watching(undefined, createdMs + 29 * 60_000);
    tell({ kind: 'task', task: taskOf({ progress: 40 }) });
    tell({ kind: 'task', task: done });
    expect(await watched).toEqual(done);
    expect(seen).toEqual(['40', '100']);
  });
});
