import { describe, expect, test } from 'vitest';
import type { GenerationPhase } from '../../../../src/store/generations/generation.ts';
import type { GenerationEvent } from '../../../../src/store/generations/machine/events.ts';
import { taskOf } from '../../../helpers/testEditor.ts';
import {
  createsOf,
  failureOf,
  generationIn,
  inherited,
  live,
  minuteMs,
  phaseOf,
  pressedAt,
  recorded,
  request,
  turn,
  typesOf,
  uploaded,
} from '../generationEvents.ts';

const task = taskOf({});

describe('a page that goes', () => {
  const soon = { now: pressedAt + 10 * minuteMs };
  const late = { now: pressedAt + 10 * minuteMs + 1 };

  test.each(['queued', 'preparing', 'uploading'] as const)(
    'while it is %s: starts again by itself within ten minutes, and not after',
    (name) => {
      const generation = generationIn({ name });
      const life = live([inherited(generation)], generation, soon);
      expect(phaseOf(life)).toEqual({ name: 'queued' });
      expect(typesOf(life)).toContain('enqueue');
      const expired = live([inherited(generation)], generation, late);
      expect(failureOf(expired)).toMatchObject({ code: 'not_sent', charged: 'no', mayRetry: true });
      expect(typesOf(expired)).toEqual(['record']);
    },
  );

  test('while the request is on its way: asks, and sends nothing', () => {
    const generation = generationIn({ name: 'sending' }, { request });
    for (const facts of [soon, late]) {
      const life = live([inherited(generation), recorded('unknown')], generation, facts);
      expect(phaseOf(life)).toMatchObject({
        name: 'unknown',
        failure: { code: 'outcome_unknown', reason: 'interrupted', charged: 'maybe', mayRetry: false },
      });
      expect(typesOf(life)).toEqual(['record']);
    }
  });

  test('while the task runs: polling goes on, in a place that is not waited for', () => {
    const generation = generationIn({ name: 'running', task });
    const life = live([inherited(generation)], generation, late);
    expect(typesOf(life)).toEqual(['occupy', 'listen']);
  });

  test('while results are fetched: those that are not saved are fetched again', () => {
    const results = [
      { kind: 'fetched' as const, blob: new Blob(), isSaved: true },
      { kind: 'loading' as const },
    ];
    const phase: GenerationPhase = { name: 'completed', task, finishedAt: pressedAt, results };
    const generation = generationIn(phase);
    expect(live([inherited(generation)], generation, late).effects).toEqual([{ type: 'fetch', index: 1 }]);
  });

  test.each<[string, GenerationPhase]>([
    ['failed', { name: 'failed', finishedAt: 0, failure: { code: 'x', charged: 'no', mayRetry: true } }],
    [
      'in doubt',
      { name: 'unknown', finishedAt: 0, failure: { code: 'x', charged: 'maybe', mayRetry: false } },
    ],
  ])('after it %s: nothing is done', (_what, phase) => {
    const generation = generationIn(phase);
    expect(live([inherited(generation)], generation, late).effects).toEqual([]);
  });

  test.each<GenerationPhase>([
    { name: 'queued' },
    { name: 'sending' },
    { name: 'running', task },
    { name: 'completed', task, finishedAt: 0, results: [{ kind: 'loading' }] },
  ])('and comes back at a server of the other mode is left alone: $name', (phase) => {
    const generation = generationIn(phase);
    const others: GenerationEvent[] = [inherited(generation), { type: 'fetchAsked', index: 0 }];
    expect(live(others, generation, { ...late, isSandbox: true })).toEqual({ generation, effects: [] });
  });

  test.each(['queued', 'uploading', 'sending'] as const)(
    'in a browser without locks leaves what is %s to whoever may be at it, for ten minutes',
    (name) => {
      const generation = generationIn({ name });
      expect(live([inherited(generation)], generation, { ...soon, hasLocks: false })).toEqual({
        generation,
        effects: [],
      });
      const expected = name === 'sending' ? 'unknown' : 'failed';
      expect(phaseOf(live([inherited(generation)], generation, { ...late, hasLocks: false }))?.name).toBe(
        expected,
      );
    },
  );
});

describe('a page that gets the lease', () => {
  test.each<[string, GenerationPhase, GenerationPhase['name']]>([
    ['was sent', { name: 'sending' }, 'unknown'],
    ['runs', { name: 'running', task }, 'running'],
  ])(
    'while it knows less than the record, which says that it %s, believes the record',
    (_what, phase, then) => {
      for (const name of ['queued', 'preparing', 'uploading'] as const) {
        const life = live([inherited(generationIn(phase)), turn, uploaded], generationIn({ name }));
        expect(phaseOf(life)?.name).toBe(then);
        expect(createsOf(life)).toBe(0);
      }
    },
  );

  test('on what another has deleted does nothing, and no longer shows it', () => {
    const nothing = { generation: undefined, effects: [] };
    expect(live([inherited(undefined)], generationIn({ name: 'uploading' }))).toEqual(nothing);
  });

  test('believes itself where it could not record what became of it, or has sent it', () => {
    const unkept = generationIn({ name: 'running', task }, { record: 'older' });
    expect(phaseOf(live([inherited(generationIn({ name: 'queued' }))], unkept))?.name).toBe('running');
    const gone = generationIn({ name: 'sending', hasLeft: true });
    expect(phaseOf(live([inherited(generationIn({ name: 'uploading' }))], gone))?.name).toBe('unknown');
  });
});

describe('another tab', () => {
  const running = generationIn({ name: 'running', task });

  test('is followed: what it records, begins or deletes is taken over', () => {
    const facts = { isLeased: false };
    const reloaded: GenerationEvent = { type: 'reloaded', generation: running };
    expect(live([reloaded], generationIn({ name: 'sending' }), facts).generation).toBe(running);
    expect(live([reloaded], undefined, facts).generation).toBe(running);
    expect(live([{ type: 'reloaded', generation: undefined }], running, facts).generation).toBeUndefined();
  });

  test('tells nothing new of what this page works on, or could not record', () => {
    const reloaded: GenerationEvent = { type: 'reloaded', generation: generationIn({ name: 'queued' }) };
    expect(live([reloaded], running).generation).toBe(running);
    const failure = { code: 'not_sent', charged: 'no', mayRetry: true } as const;
    const unkept = generationIn({ name: 'failed', finishedAt: 0, failure }, { record: 'older' });
    expect(live([reloaded], unkept, { isLeased: false }).generation).toBe(unkept);
  });
});
