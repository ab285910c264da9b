import { describe, expect, test } from 'vitest';
import type { GenerationPhase } from '../../../src/store/generations/generation.ts';
import type { GenerationEvent } from '../../../src/store/generations/machine/events.ts';
import { step } from '../../../src/store/generations/machine.ts';
import { taskOf } from '../../helpers/testEditor.ts';
import {
  created,
  createsOf,
  failureOf,
  fault,
  fresh,
  generationIn,
  hourMs,
  imageUrl,
  inherited,
  live,
  lookAgain,
  minuteMs,
  phaseOf,
  pressed,
  pressedAt,
  recorded,
  refused,
  request,
  sent,
  turn,
  typesOf,
  uploaded,
  uploads,
} from './generationEvents.ts';

const task = taskOf({});
const createFailed = (...facts: Parameters<typeof fault>): GenerationEvent => ({
  type: 'createFailed',
  fault: fault(...facts),
});
const charged = { mayHaveBeenCharged: true };

describe('a press', () => {
  test('is recorded, waits for its turn, is recorded at each step, and leaves once it is known to be sending', () => {
    expect(typesOf(live(sent))).toEqual([
      'record',
      'enqueue',
      'record',
      'record',
      'upload',
      'record',
      'create',
    ]);
    expect(live(sent).effects.at(-1)).toEqual({ type: 'create', request });
    expect(live(sent).generation).toEqual(
      generationIn({ name: 'sending', hasLeft: true }, { request, uploads }),
    );
  });

  test.each([
    ['before it is recorded', sent.slice(0, 1), ['record']],
    ['before its turn', sent.slice(0, 2), ['record', 'enqueue']],
    ['before the files are there', sent.slice(0, 5), ['record', 'enqueue', 'record', 'record', 'upload']],
    [
      'before it is recorded that it is sent',
      sent.slice(0, 6),
      ['record', 'enqueue', 'record', 'record', 'upload', 'record'],
    ],
  ])('does not leave %s', (_when, events, effects) => {
    expect(typesOf(live(events))).toEqual(effects);
  });

  test('is not taken for recorded by the word of an earlier record', () => {
    const early = [...sent.slice(0, 4), uploaded, recorded('uploading'), recorded('preparing')];
    expect(createsOf(live(early))).toBe(0);
    expect(createsOf(live([...early, recorded('sending')]))).toBe(1);
  });

  test.each<[string, GenerationEvent[]]>([
    ['a second word that it is recorded', [recorded('sending'), recorded('sending')]],
    ['a second turn, upload or press', [turn, uploaded, pressed, recorded('queued')]],
    ['room that was made', [{ type: 'roomMade' }, recorded('sending')]],
    ['a record that another tab reads', [{ type: 'reloaded', generation: generationIn({ name: 'queued' }) }]],
    ['the lease of another page', [inherited(generationIn({ name: 'sending' })), recorded('unknown'), turn]],
    [
      'a failed create, and room',
      [createFailed(504, 'x', charged), { type: 'roomMade' }, recorded('unknown')],
    ],
    ['a task', [created(task), recorded('running'), recorded('sending')]],
  ])('that has left is not sent again by %s', (_what, events) => {
    expect(createsOf(live([...sent, ...events]))).toBe(1);
    expect(createsOf(live([...sent, ...events], undefined, { isLeased: false }))).toBe(1);
  });

  test('whose turn comes an hour later is not sent: the machine slept', () => {
    const waiting = live(sent.slice(0, 2)).generation;
    const late = live([turn], waiting, { now: pressedAt + hourMs + 1 });
    expect(phaseOf(late)).toMatchObject({ name: 'failed', failure: { code: 'not_sent', charged: 'no' } });
    expect(failureOf(late)).toMatchObject({ reason: 'press_expired', mayRetry: true });
    expect(phaseOf(live([turn], waiting, { now: pressedAt + hourMs }))).toEqual({ name: 'preparing' });
  });
});

describe('a create that meets', () => {
  test.each<[string, Parameters<typeof fault>, 'failed' | 'unknown', boolean]>([
    ['400', [400, 'invalid_request'], 'failed', false],
    ['401', [401, 'unauthorized'], 'failed', false],
    ['402', [402, 'insufficient_quota'], 'failed', false],
    ['403', [403, 'model_access_denied'], 'failed', false],
    ['429', [429, 'rate_limit_exceeded'], 'failed', true],
    ['429 with Retry-After', [429, 'rate_limit_exceeded', { retryAfterSeconds: 7 }], 'failed', true],
    ['a refused connection', [502, 'service_unreachable'], 'failed', true],
    ['500', [500, 'internal_error', charged], 'unknown', false],
    ['a reset connection, silence or an answer that drips', [504, 'no_answer', charged], 'unknown', false],
    ['an answer in HTML', [200, 'bad_answer', charged], 'unknown', false],
    ['a lost connection to the editor’s server', [0, 'unreachable', charged], 'unknown', false],
  ])('%s is sent once, and says what it knows of the money', (_what, given, name, mayRetry) => {
    const life = live([...sent, createFailed(...given)]);
    expect(phaseOf(life)).toMatchObject({ name, finishedAt: pressedAt + 1000 });
    expect(failureOf(life)).toEqual({
      code: given[1],
      message: 'No.',
      status: given[0],
      charged: name === 'failed' ? 'no' : 'maybe',
      mayRetry,
    });
    expect([createsOf(life), typesOf(life).at(-1)]).toEqual([1, 'record']);
  });

  test('a fault that is not the server’s word is in doubt, too', () => {
    const odd = { code: 'not_sent', message: 'Odd.', mayHaveBeenCharged: false };
    const life = live([...sent, { type: 'createFailed', fault: odd }]);
    expect(phaseOf(life)).toMatchObject({
      name: 'unknown',
      failure: { code: 'outcome_unknown', charged: 'maybe' },
    });
  });

  test('a late answer after its end changes nothing', () => {
    const unknown = live([...sent, createFailed(504, 'x', charged)]).generation;
    expect(live([created(task)], unknown)).toEqual({ generation: unknown, effects: [] });
  });
});

describe('uploads', () => {
  test.each<[string, Parameters<typeof fault>, boolean]>([
    ['nothing but faults', [500, 'internal_error'], true],
    ['no connection', [0, 'unreachable'], true],
    ['a refusal', [415, 'unsupported_media_type'], false],
  ])('that meet %s fail before anything could be charged', (_what, given, mayRetry) => {
    const life = live([...sent.slice(0, 5), { type: 'uploadFailed', fault: fault(...given) }]);
    expect(phaseOf(life)).toMatchObject({ name: 'failed', failure: { charged: 'no', mayRetry } });
    expect(createsOf(life)).toBe(0);
  });

  test('are forgotten where the service says that it cannot read them, and not for another objection', () => {
    const forgottenBy = (status: number, code: string, message: string) =>
      live([...sent, createFailed(status, code, { message })]).effects.filter(
        ({ type }) => type === 'forgetUploads',
      );
    expect(forgottenBy(400, 'invalid_request', 'prompt: Too long.')).toEqual([]);
    expect(forgottenBy(402, 'insufficient_quota', 'No credits.')).toEqual([]);
    const forget = [{ type: 'forgetUploads', urls: [imageUrl] }];
    expect(forgottenBy(400, 'invalid_request', 'image_urls: cannot be read.')).toEqual(forget);
    expect(forgottenBy(400, 'invalid_request', `${imageUrl} is gone.`)).toEqual(forget);
  });
});

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

describe('a full disk', () => {
  const throughQueue = [
    pressed,
    refused('queued'),
    turn,
    refused('preparing'),
    refused('uploading'),
    uploaded,
  ];

  test('stops a request that could not be recorded as sent, lest the older record has it sent again', () => {
    const life = live([...sent.slice(0, 6), refused('sending')]);
    expect(phaseOf(life)).toMatchObject({
      name: 'failed',
      failure: { code: 'not_sent', reason: 'not_recorded', charged: 'no', mayRetry: true },
    });
    expect([createsOf(life), ...typesOf(life).slice(-2)]).toEqual([0, 'record', 'notify']);
  });

  test('on which that failure has no room either loses the older record, which would have it sent', () => {
    const life = live([...sent.slice(0, 6), refused('sending'), refused('failed')]);
    expect(typesOf(life).slice(-1)).toEqual(['forgetRecord']);
    expect(live([{ type: 'recordForgotten' }], life.generation).generation?.record).toBe('none');
  });

  test('in a browser that has no record at all does not stop it', () => {
    const life = live([...throughQueue, refused('sending'), created(task)]);
    expect([createsOf(life), phaseOf(life)?.name]).toEqual([1, 'running']);
  });

  test('is told of once, and again after it was well meanwhile', () => {
    const notices = (events: readonly GenerationEvent[]) =>
      live(events).effects.filter(({ type }) => type === 'notify');
    expect(notices([...throughQueue, refused('sending')])).toEqual([
      { type: 'notify', code: 'generationNotRecorded' },
    ]);
    expect(
      notices([...sent.slice(0, 3), refused('preparing'), recorded('uploading'), refused('uploading')]),
    ).toHaveLength(2);
  });

  test('is tried again once there may be room', () => {
    const unkept = live([pressed, refused('queued')]).generation;
    expect(live([{ type: 'roomMade' }], unkept).effects).toEqual([{ type: 'record' }]);
    expect(live([{ type: 'roomMade' }], fresh).effects).toEqual([]);
  });
});

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
  const facts = { now: 0, isSandbox: false, hasLocks: true, isLeased: true, isStorageFull: false };
  for (const event of events) {
    expect(step(undefined, event, facts)).toEqual({ generation: undefined, effects: [] });
  }
});
