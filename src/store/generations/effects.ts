import type { ProxyClient } from '../../api/proxyClient.ts';
import type { Task } from '../../contract/task.ts';
import type { EditorStorage } from '../../storage/openStorage.ts';
import { StorageError } from '../../storage/storageError.ts';
import type { Tabs } from '../tabs/tabs.ts';
import { faultOf } from './faultOf.ts';
import { attemptOf, type Generation } from './generation.ts';
import type { Effect, GenerationEvent } from './machine/events.ts';
import { recordOf } from './recordForm.ts';
import type { createPrepareRequest } from './request/prepareRequest.ts';
import type { Uploads } from './request/uploads.ts';

export type EffectsParts = {
  storage: EditorStorage;
  tabs: Tabs;
  client: ProxyClient;
  uploads: Pick<Uploads, 'forget'>;
  prepareRequest: ReturnType<typeof createPrepareRequest>;
};

/** Effects that end by themselves and are answered by one event or none. */
export type PlainEffect = Extract<
  Effect,
  { readonly type: 'record' | 'forgetRecord' | 'upload' | 'forgetUploads' | 'create' | 'fetch' | 'save' }
>;

/** Carries out an effect for the generation as it is now. Never rejects: what goes wrong is an event, too. */
export function createEffects(parts: EffectsParts) {
  const { storage, client, uploads, prepareRequest } = parts;

  return async function carryOut(
    generation: Generation,
    effect: PlainEffect,
  ): Promise<GenerationEvent | undefined> {
    switch (effect.type) {
      case 'record':
        return record(parts, generation);
      case 'forgetRecord':
        return storage.deleteGeneration(generation.id).then(
          () => ({ type: 'recordForgotten' }),
          () => undefined,
        );
      case 'upload':
        return prepareRequest(generation).then(
          (prepared) => ({ type: 'uploaded', ...prepared }),
          (error) => ({ type: 'uploadFailed', fault: faultOf(error) }),
        );
      case 'forgetUploads':
        await uploads.forget(effect.urls);
        return undefined;
      case 'create':
        return client
          .createGeneration(effect.request, generation.id, { attempt: attemptOf(generation) })
          .then(createdEvent, createFailedEvent);
      case 'fetch':
        return fetchResult(parts, generation, effect.index);
      case 'save':
        return saveResult(parts, generation, effect.index, effect.blob);
    }
  };
}

export function createdEvent(task: Task): GenerationEvent {
  return { type: 'created', task };
}

export function createFailedEvent(error: unknown): GenerationEvent {
  return { type: 'createFailed', fault: faultOf(error) };
}

/** The other tabs hear of it once it is written. */
async function record({ storage, tabs }: EffectsParts, generation: Generation): Promise<GenerationEvent> {
  const phase = generation.phase.name;
  try {
    await storage.saveGeneration(recordOf(generation));
    tabs.announce(generation.id);
    return { type: 'recorded', phase };
  } catch {
    return { type: 'recordRefused', phase };
  }
}

async function fetchResult(
  { client }: EffectsParts,
  { phase }: Generation,
  index: number,
): Promise<GenerationEvent | undefined> {
  if (phase.name !== 'completed') return undefined;
  return client.getResult(phase.task.id, index).then(
    (blob) => ({ type: 'fetched', index, blob }),
    (error) => ({ type: 'fetchFailed', index, fault: faultOf(error) }),
  );
}

async function saveResult(
  { storage, tabs }: EffectsParts,
  { id }: Generation,
  index: number,
  blob: Blob,
): Promise<GenerationEvent> {
  try {
    await storage.saveResult(id, index, blob);
    tabs.announce(id);
    return { type: 'saved', index };
  } catch (error) {
    return { type: 'saveFailed', index, isFull: error instanceof StorageError && error.code === 'full' };
  }
}
