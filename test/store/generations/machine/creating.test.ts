import { describe, expect, test } from 'vitest';
import type { GenerationEvent } from '../../../../src/store/generations/machine/events.ts';
import { taskOf } from '../../../helpers/testEditor.ts';
import {
  created,
  createsOf,
  failureOf,
  fault,
  generationIn,
  hourMs,
  imageUrl,
  inherited,
  live,
  phaseOf,
  pressed,
  pressedAt,
  recorded,
  request,
  sent,
  turn,
  typesOf,
  uploaded,
  uploads,
} from '../generationEvents.ts';

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
    ['401', [401, 'unauthorized'], 'failed', true],
    ['402', [402, 'insufficient_quota'], 'failed', true],
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

  test('a late answer after its end changes nothing, but for the task of one in doubt', () => {
    const refused = live([...sent, createFailed(400, 'x')]).generation;
    expect(live([created(task)], refused)).toEqual({ generation: refused, effects: [] });
    const unknown = live([...sent, createFailed(504, 'x', charged)]).generation;
    expect(phaseOf(live([created(task)], unknown))?.name).toBe('running');
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
