import { describe, expect, test } from 'vitest';
import type { GenerationPhase } from '../../../src/store/generations/generation.ts';
import type { GenerationEvent } from '../../../src/store/generations/machine/events.ts';
import { step } from '../../../src/store/generations/machine.ts';
import { taskOf } from '../../helpers/testEditor.ts';
import {
  created,
  failureOf,
  generationIn,
  live,
  lookAgain,
  phaseOf,
  recorded,
  turn,
  typesOf,
  uploaded,
} from './generationEvents.ts';

const task = taskOf({});

describe('a person', () => {
  const maybe = {
    code: 'outcome_unknown',
    message: 'No answer.',
    charged: 'maybe',
    mayRetry: false,
  } as const;
  const unknown = generationIn({ name: 'unknown', finishedAt: 5, failure: maybe });
  const lost = generationIn({
    name: 'failed',
    task,
    finishedAt: 5,
    failure: { code: 'task_lost', message: 'No.', charged: 'reserved', mayRetry: false },
  });

  test('who has looked takes the question back, which is recorded', () => {
    const life = live([{ type: 'dismissed' }], unknown);
    expect(phaseOf(life)).toEqual({
      name: 'failed',
      finishedAt: 5,
      failure: { ...maybe, charged: 'dismissed', mayRetry: true },
    });
    expect(typesOf(life)).toEqual(['record']);
    expect(live([{ type: 'dismissed' }], lost)).toEqual({ generation: lost, effects: [] });
  });

  test('may look again for a lost task, which sends nothing, once at a time', () => {
    const running = generationIn({ name: 'running', task });
    const life = live([lookAgain(lost), lookAgain(running)], lost);
    expect(phaseOf(life)?.name).toBe('running');
    expect(typesOf(life)).toEqual(['record', 'occupy', 'listen']);
    expect(live([lookAgain(lost)], lost, { isSandbox: true }).effects).toEqual([]);
    expect(live([lookAgain(unknown)], unknown).effects).toEqual([]);
  });

  test.each<[GenerationPhase['name'], boolean, boolean]>([
    ['queued', true, true],
    ['queued', false, false],
    ['preparing', true, false],
    ['uploading', true, false],
    ['sending', true, false],
  ])('who deletes one that is %s, held here: %s, gets: %s', (name, isLeased, isDeleted) => {
    const generation = generationIn({ name } as GenerationPhase);
    const life = live([{ type: 'deleteAsked' }], generation, { isLeased });
    expect([life.generation === undefined, typesOf(life)]).toEqual(
      isDeleted ? [true, ['delete']] : [false, []],
    );
  });

  test('who deletes one that runs is not heard, and one that has ended is', () => {
    const running = generationIn({ name: 'running', task });
    expect(live([{ type: 'deleteAsked' }], running).generation).toBe(running);
    for (const ended of [unknown, lost]) {
      expect(live([{ type: 'deleteAsked' }], ended).generation).toBeUndefined();
    }
  });

  test('who could not delete one gets it back, and it is not sent after all', () => {
    const told = { type: 'notify', code: 'generationNotDeleted' };
    expect(live([{ type: 'deleteFailed' }], lost)).toEqual({ generation: lost, effects: [told] });
    const waiting = live([{ type: 'deleteFailed' }, turn], generationIn({ name: 'queued' }));
    expect(failureOf(waiting)).toMatchObject({ code: 'not_sent', reason: 'press_expired' });
    expect(waiting.effects).toEqual([{ type: 'record' }, told]);
  });
});

test('what is gone, or was never there, is brought back by no event but its record and its press', () => {
  const events: GenerationEvent[] = [
    turn,
    uploaded,
    recorded('sending'),
    created(task),
    { type: 'roomMade' },
  ];
  const facts = {
    now: 0,
    isSandbox: false,
    hasLocks: true,
    isLeased: true,
    isStorageFull: false,
    createMemoryMs: 0,
  };
  for (const event of events) {
    expect(step(undefined, event, facts)).toEqual({ generation: undefined, effects: [] });
  }
});
