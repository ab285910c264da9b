import { beforeEach, describe, expect, test } from 'vitest';
import { createWorkQueue, type WorkQueue } from '../../src/workers/workQueue.ts';
import { type LateCall, lateAnswers } from '../helpers/lateAnswers.ts';

let queue: WorkQueue;
let done: string[];

beforeEach(() => {
  queue = createWorkQueue();
  done = [];
});

/** A job that is told of by its name. */
const job = (name: string) => () => void done.push(name);

/** Has a worker find out a value, which it gives or refuses when the test says so. */
function startWork(name: string): LateCall {
  const { calls, late } = lateAnswers();
  const find = late(() => `${name} answered`);
  queue.waitFor({
    answer: find(),
    computeNow: () => `${name} worked out here`,
    onDone: (value) => done.push(value),
  });
  const [call] = calls;
  if (call === undefined) throw new Error('No worker was asked.');
  return call;
}

describe('jobs', () => {
  test('run at once while no worker is at anything', () => {
    queue.run(job('first'));
    queue.run(job('second'));
    expect([done, queue.isBusy()]).toEqual([['first', 'second'], false]);
  });

  test('wait for what a worker is at, in the order in which they were asked for', async () => {
    const work = startWork('stroke');
    queue.run(job('first'));
    queue.run(job('second'));
    expect([done, queue.isBusy()]).toEqual([[], true]);
    await work.answer();
    expect([done, queue.isBusy()]).toEqual([['stroke answered', 'first', 'second'], false]);
  });

  test('wait once more where one before them has a worker do something', async () => {
    const stroke = startWork('stroke');
    let fill: LateCall | undefined;
    queue.run(() => {
      fill = startWork('fill');
    });
    queue.run(job('last'));
    await stroke.answer();
    expect([done, queue.isBusy()]).toEqual([['stroke answered'], true]);
    await fill?.answer();
    expect([done, queue.isBusy()]).toEqual([['stroke answered', 'fill answered', 'last'], false]);
  });

  test('that one of them asks for come right after it, before what was asked for later', async () => {
    const stroke = startWork('stroke');
    let fill: LateCall | undefined;
    queue.run(() => {
      fill = startWork('fill');
      queue.run(job('after the fill'));
      queue.run(job('and after that'));
    });
    queue.run(job('asked for later'));
    await stroke.answer();
    await fill?.answer();
    expect(done).toEqual([
      'stroke answered',
      'fill answered',
      'after the fill',
      'and after that',
      'asked for later',
    ]);
  });

  test('that throw take none of the others along', () => {
    startWork('stroke');
    queue.run(() => {
      throw new Error('of this test');
    });
    queue.run(job('last'));
    expect(() => queue.finish()).toThrow('of this test');
    expect([done, queue.isBusy()]).toEqual([['stroke worked out here', 'last'], false]);
  });
});

describe('a value', () => {
  test('is worked out here where the worker fails', async () => {
    const work = startWork('stroke');
    queue.run(job('last'));
    await work.fail();
    expect([done, queue.isBusy()]).toEqual([['stroke worked out here', 'last'], false]);
  });

  test('that cannot be worked out here either holds nothing up', () => {
    queue.waitFor({
      answer: new Promise<never>(() => undefined),
      computeNow: () => {
        throw new Error('of this test');
      },
      onDone: job('never'),
    });
    queue.run(job('last'));
    expect(() => queue.finish()).toThrow('of this test');
    expect([done, queue.isBusy()]).toEqual([['last'], false]);
  });

  test('that is there and cannot be used holds nothing up', () => {
    queue.waitFor({
      answer: new Promise<never>(() => undefined),
      computeNow: () => 'value',
      onDone: () => {
        throw new Error('of this test');
      },
    });
    queue.run(job('last'));
    expect(() => queue.finish()).toThrow('of this test');
    expect([done, queue.isBusy()]).toEqual([['last'], false]);
  });
});

describe('finishing', () => {
  test('works out here what a worker is at, and all that waits for it', () => {
    startWork('stroke');
    queue.run(() => void startWork('fill'));
    queue.run(job('last'));
    queue.finish();
    expect([done, queue.isBusy()]).toEqual([
      ['stroke worked out here', 'fill worked out here', 'last'],
      false,
    ]);
  });

  test.each(['answer', 'fail'] as const)('leaves nothing to do for a worker’s late %s', async (how) => {
    const work = startWork('stroke');
    queue.finish();
    const next = startWork('fill');
    await work[how]();
    expect([done, queue.isBusy()]).toEqual([['stroke worked out here'], true]);
    await next.answer();
    expect(done).toEqual(['stroke worked out here', 'fill answered']);
  });

  test('goes on past a job that throws, to what that had before it', () => {
    startWork('stroke');
    queue.run(() => {
      throw new Error('of this test');
    });
    queue.run(() => void startWork('fill'));
    expect(() => queue.finish()).toThrow('of this test');
    expect([done, queue.isBusy()]).toEqual([['stroke worked out here', 'fill worked out here'], false]);
  });

  test('is nothing while no worker is at anything', () => {
    queue.finish();
    expect(queue.isBusy()).toBe(false);
  });
});
