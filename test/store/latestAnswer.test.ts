import { beforeEach, expect, test } from 'vitest';
import { createLatestAnswer, type LatestAnswer } from '../../src/store/latestAnswer.ts';
import { type LateCall, lateAnswers } from '../helpers/lateAnswers.ts';

let latest: ReturnType<typeof createLatestAnswer<string>>;
let asked: LateCall[];
let freed: string[];
let ask: (topic: string, key?: string) => void;

beforeEach(() => {
  const { calls, late } = lateAnswers();
  const answer = late((key: string) => `answer to ${key}`);
  asked = calls;
  freed = [];
  latest = createLatestAnswer<string>((each) => freed.push(each));
  ask = (topic, key = topic) => latest.ask({ topic, key, ask: () => answer(key) });
});

const keys = () => asked.map(({ given }) => given[0]);
const held = (): LatestAnswer<string> | null => latest.store.getState();

test('a question is held from the moment it is asked, and its answer once that is there', async () => {
  expect(held()).toBeNull();
  ask('a');
  expect(held()).toEqual({ topic: 'a', answer: null, isWorking: true, problem: null });
  await asked[0]?.answer();
  expect(held()).toEqual({ topic: 'a', answer: 'answer to a', isWorking: false, problem: null });
});

test('one question is under way at a time, and those overtaken meanwhile are never asked', async () => {
  for (const key of ['1', '2', '3']) ask('a', key);
  expect(keys()).toEqual(['1']);
  await asked[0]?.answer();
  expect([keys(), held()]).toEqual([
    ['1', '3'],
    { topic: 'a', answer: 'answer to 1', isWorking: true, problem: null },
  ]);
  await asked[1]?.answer();
  expect([held()?.answer, held()?.isWorking, freed]).toEqual(['answer to 3', false, ['answer to 1']]);
});

test('the same question is asked once', async () => {
  ask('a');
  ask('a');
  await asked[0]?.answer();
  ask('a');
  expect(keys()).toEqual(['a']);
});

test('an answer about something else is freed at once, and never shown', async () => {
  ask('a');
  ask('b');
  await asked[0]?.answer();
  expect([held()?.answer, freed]).toEqual([null, ['answer to a']]);
  await asked[1]?.answer();
  expect(held()?.answer).toBe('answer to b');
  ask('c');
  expect([held()?.answer, freed]).toEqual([null, ['answer to a', 'answer to b']]);
});

test('what is forgotten is freed, also where its answer comes later', async () => {
  ask('a');
  await asked[0]?.answer();
  latest.forget();
  expect([held(), freed]).toEqual([null, ['answer to a']]);
  ask('b');
  latest.forget();
  await asked[1]?.answer();
  expect([held(), freed]).toEqual([null, ['answer to a', 'answer to b']]);
});

test('a question that fails says why, and can be asked again', async () => {
  ask('a');
  await asked[0]?.fail();
  expect(held()).toEqual({ topic: 'a', answer: null, isWorking: false, problem: 'The worker broke down.' });
  ask('a');
  await asked[1]?.answer();
  expect(held()?.answer).toBe('answer to a');
});

test('that one fails which was overtaken is nothing to the one after it', async () => {
  ask('a', '1');
  ask('a', '2');
  await asked[0]?.fail();
  expect(held()?.problem).toBeNull();
  await asked[1]?.answer();
  expect(held()?.answer).toBe('answer to 2');
});
