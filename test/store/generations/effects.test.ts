import { describe, expect, test } from 'vitest';
import { ProxyError } from '../../../src/api/proxyError.ts';
import { StorageError } from '../../../src/storage/storageError.ts';
import { createEffects, type EffectsParts } from '../../../src/store/generations/effects.ts';
import { faultOf } from '../../../src/store/generations/faultOf.ts';
import { createFakeBrowser } from '../../helpers/fakeBrowser.ts';
import { fakeClient, fakeStorage, taskOf } from '../../helpers/testEditor.ts';
import { generationIn, request, uploads } from './generationEvents.ts';

const timeout = new ProxyError('No answer.', { status: 504, code: 'no_answer', mayHaveBeenCharged: true });
const fault = { code: 'no_answer', message: 'No answer.', status: 504, mayHaveBeenCharged: true };
const blob = new Blob(['pixels']);
const generation = generationIn({ name: 'sending' });
const full = () => Promise.reject(new StorageError('full', undefined));

/** What the other tabs hear, and the effects over parts of which some are replaced. */
function createTestEffects(change: Partial<EffectsParts> = {}) {
  const browser = createFakeBrowser();
  const announced: string[] = [];
  browser.openTab().listen((id) => announced.push(id));
  const carryOut = createEffects({
    storage: fakeStorage(),
    tabs: browser.openTab(),
    client: fakeClient(),
    uploads: { forget: async () => undefined },
    prepareRequest: async () => ({ request, uploads }),
    ...change,
  });
  return { carryOut, announced };
}

describe('a record', () => {
  test('is announced once it is written, and not where it is refused', async () => {
    const well = createTestEffects();
    expect(await well.carryOut(generation, { type: 'record' })).toEqual({
      type: 'recorded',
      phase: 'sending',
    });
    expect(well.announced).toEqual(['g']);
    const refusing = createTestEffects({ storage: { ...fakeStorage(), saveGeneration: full } });
    expect(await refusing.carryOut(generation, { type: 'record' })).toEqual({
      type: 'recordRefused',
      phase: 'sending',
    });
    expect(refusing.announced).toEqual([]);
  });
});

describe('what goes wrong is an event', () => {
  test('of the create, with what it may have cost', async () => {
    const client = fakeClient({ createGeneration: () => Promise.reject(timeout) });
    const { carryOut } = createTestEffects({ client });
    expect(await carryOut(generation, { type: 'create', request })).toEqual({ type: 'createFailed', fault });
  });

  test('of the uploads', async () => {
    const { carryOut } = createTestEffects({ prepareRequest: () => Promise.reject(new Error('Odd.')) });
    expect(await carryOut(generation, { type: 'upload' })).toEqual({
      type: 'uploadFailed',
      fault: { code: 'not_sent', message: 'Odd.', mayHaveBeenCharged: false },
    });
  });

  test('of a result', async () => {
    const completed = generationIn({ name: 'completed', task: taskOf({}), finishedAt: 0, results: [] });
    const { carryOut } = createTestEffects({
      client: fakeClient({ getResult: () => Promise.reject(timeout) }),
      storage: { ...fakeStorage(), saveResult: full },
    });
    expect(await carryOut(completed, { type: 'fetch', index: 1 })).toEqual({
      type: 'fetchFailed',
      index: 1,
      fault,
    });
    const saveFailed = { type: 'saveFailed', index: 1, isFull: true };
    expect(await carryOut(completed, { type: 'save', index: 1, blob })).toEqual(saveFailed);
  });
});

test('what is thrown and is no error still says something', () => {
  expect(faultOf('odd')).toEqual({ code: 'not_sent', message: 'odd', mayHaveBeenCharged: false });
});
