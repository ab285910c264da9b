import { expect, test } from 'vitest';
import type { Generation } from '../../../src/store/generations/generation.ts';
import { createGenerationStore, putGeneration } from '../../../src/store/generations/generationStore.ts';
import type { Effect, GenerationEvent } from '../../../src/store/generations/machine/events.ts';
import { fakeClient, taskOf } from '../../helpers/testEditor.ts';
import { fresh, generationIn, request, uploads } from './generationEvents.ts';
import { createTestRunner } from './testRunner.ts';

const never = new Promise<never>(() => undefined);

/** A runner that is told what to answer to each effect, and keeps in which order they came. */
function answering(answers: Partial<Record<Effect['type'], () => GenerationEvent | Promise<never>>>) {
  const generations = createGenerationStore();
  const seen: string[] = [];
  const { runner, removed, leases } = createTestRunner({
    generations,
    client: fakeClient({ getTask: async () => taskOf({ status: 'completed', results: [] }) }),
    now: () => fresh.startedAt,
    wait: async () => undefined,
    carryOut: async ({ phase }: Generation, { type }) => {
      seen.push(type === 'record' ? `record ${phase.name}` : type);
      return type === 'record' ? { type: 'recorded', phase: phase.name } : await answers[type]?.();
    },
  });
  const phase = () => generations.getState().generations[0]?.phase.name;
  return { runner, generations, seen, removed, leases, phase };
}

test('a press is carried out to its end, under its lease', async () => {
  const { runner, seen, leases, phase } = answering({
    upload: () => ({ type: 'uploaded', request, uploads }),
    create: () => ({ type: 'created', task: taskOf({}) }),
  });
  const started = runner.start(fresh);
  expect(leases.isHeld('g')).toBe(true);
  await started;
  expect(seen).toEqual([
    'record queued',
    'record preparing',
    'record uploading',
    'upload',
    'record sending',
    'create',
    'record running',
    'record completed',
  ]);
  await expect.poll(() => leases.isHeld('g')).toBe(false);
  expect(phase()).toBe('completed');
});

test('whatever shows a generation is told before it goes', async () => {
  const { runner, generations, removed } = answering({});
  putGeneration(generations, 'g', generationIn({ name: 'failed', finishedAt: 0, failure }));
  const known: string[][] = [];
  generations.subscribe(() => known.push([...removed]));
  await runner.dispatch('g', { type: 'reloaded', generation: undefined });
  expect(known).toEqual([['g']]);
});

test('what is under way here is not begun a second time', async () => {
  const { runner, seen, generations } = answering({ upload: () => never });
  void runner.start(fresh);
  await expect.poll(() => seen.at(-1)).toBe('upload');
  runner.inheritAll();
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen.filter((each) => each === 'upload')).toHaveLength(1);
  expect(generations.getState().generations).toHaveLength(1);
});

const failure = { code: 'x', charged: 'no', mayRetry: true } as const;
