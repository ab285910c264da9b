import { setTimeout as delay } from 'node:timers/promises';
import { replayHeader } from '../../contract/requestHeaders.ts';
import type { Task } from '../../contract/task.ts';
import type { HttpError } from '../httpError.ts';
import { StoreAwayError, type StoreMemory } from '../store/keyValueStore.ts';
import { type ClaimsValues, createClaims, createMemoryMs } from './claims.ts';
import { attemptRefused, idReused, memoryLost, outcomeUnknown, storeAway, tooLate } from './createErrors.ts';
import {
  type CreateRecord,
  errorOfRecord,
  failedRecord,
  type Sending,
  type Settled,
} from './createRecord.ts';

/** A create as it came. */
export type Press = Readonly<{
  generationId: string;
  /** From 1. */
  attempt: number;
  requestHash: string;
  /** How long ago it may have been sent before, in milliseconds; undefined for one that was not. */
  repeatMs: number | undefined;
}>;

type Outcome = Readonly<{ record: Settled; isReplay: boolean }>;

/** The answer to a create: its task, or the very error that came of it. */
export function responseOf({ record, isReplay }: Outcome): Response {
  const response = record.state === 'created' ? Response.json(record.task) : errorOfRecord(record).response();
  response.headers.set(replayHeader, String(isReplay));
  return response;
}

/**
 * Sends a create, or tells what came of the one that was sent. Throws an `HttpError` where it does neither. `send` is called
 * once for a press on all copies of the server together, and never after it may have been.
 */
type SendOnce = (press: Press, send: () => Promise<Task>) => Promise<Outcome>;

/** Of whoever asks what came of a create, and has nothing to send. */
export type Question = Omit<Press, 'requestHash'>;

export type Creates = Readonly<{
  sendOnce: SendOnce;
  /** Tells what came of a create, from memory: it never sends anything. Throws an `HttpError` where that cannot be looked up. */
  recall(question: Question): Promise<Outcome>;
}>;

type Values = ClaimsValues &
  Readonly<{
    /** Whether another copy may have sent what is found on its way. */
    isShared: boolean;
    timeouts: Readonly<{ create: number }>;
  }>;

/** A repeat sends what was never sent so long after it was first tried; later, the press is old, and nobody may want it any more. */
const repeatSendsMs = 10 * 60_000;
/**
 * Browsers and reverse proxies send a request again by themselves, and do not say so. They do while they wait for its answer, so
 * that the first of it left no longer ago than a create may take, and so many milliseconds.
 */
const resendMarginMs = 60_000;
/** Both in milliseconds: of a copy that waits for another, and how much later than its time-out that one may have settled it. */
const waitPauseMs = 200;
const settlingMs = 5000;

type Running = Readonly<{ requestHash: string; outcome: Promise<Outcome> }>;

/** Idempotent creates: the first of an id is sent, and the others get what came of it. */
export function createCreates(values: Values): Creates {
  const { now, isShared, timeouts } = values;
  const claims = createClaims(values);
  const running = new Map<string, Running>();

  async function sendOnce(press: Press, send: () => Promise<Task>): Promise<Outcome> {
    const key = keyOf(press, press.attempt);
    const first = running.get(key);
    if (first !== undefined) {
      requireSame(press, first.requestHash);
      return { record: (await first.outcome).record, isReplay: true };
    }
    const outcome = begin(key, press, send).finally(() => running.delete(key));
    running.set(key, { requestHash: press.requestHash, outcome });
    return outcome;
  }

  /** Not one of those under way: a create that comes meanwhile must not be answered with what was not known. */
  async function recall(question: Question): Promise<Outcome> {
    const key = keyOf(question, question.attempt);
    const first = running.get(key);
    if (first !== undefined) return { record: (await first.outcome).record, isReplay: true };
    const found = await claims.read(key);
    if (found !== undefined) return { record: await settledOf(key, found), isReplay: true };
    const isDated = question.repeatMs !== undefined;
    const unsent = isDated ? judge({ ...question, requestHash: '' }, await claims.memory()) : undefined;
    return { record: unsent ?? failedRecord('', outcomeUnknown()), isReplay: true };
  }

  return {
    sendOnce: (press, send) => sendOnce(press, send).catch(orStoreAway(press.repeatMs !== undefined)),
    recall: (question) => recall(question).catch(orStoreAway(true)),
  };

  async function begin(key: string, press: Press, send: () => Promise<Task>): Promise<Outcome> {
    const before = press.attempt > 1 ? await readAttemptBefore(press) : undefined;
    if (before !== undefined) return before;
    const found = await claims.claim(key, press.requestHash, (memory) => judge(press, memory));
    if (found !== undefined) return replayFound(key, press, found);
    const record = await send().then(
      (task): Settled => ({ requestHash: press.requestHash, state: 'created', task }),
      (error: unknown) => failedRecord(press.requestHash, error),
    );
    await claims.settle(key, record);
    return { record, isReplay: false };
  }

  /** Undefined where it was refused, so that another attempt may be sent. */
  async function readAttemptBefore(press: Press): Promise<Outcome | undefined> {
    const key = keyOf(press, press.attempt - 1);
    await running.get(key)?.outcome.catch(() => undefined);
    const found = await claims.read(key);
    if (found === undefined) return replayOrphan(press);
    const settled = await settledOf(key, found);
    return settled.state === 'refused' ? undefined : replayFound(key, press, settled);
  }

  /** Of an attempt whose one before is forgotten, flushed or a day old. It may have been sent while that was known. */
  async function replayOrphan(press: Press): Promise<Outcome> {
    const key = keyOf(press, press.attempt);
    const found = await claims.read(key);
    if (found !== undefined) return replayFound(key, press, found);
    const unclear = judge(press, await claims.memory());
    if (unclear === undefined) throw attemptRefused();
    return { record: unclear, isReplay: true };
  }

  async function replayFound(key: string, press: Press, found: CreateRecord): Promise<Outcome> {
    requireSame(press, found.requestHash);
    return { record: await settledOf(key, found), isReplay: true };
  }

  async function settledOf(key: string, found: CreateRecord): Promise<Settled> {
    return found.state === 'sending' ? waitUntilSettled(key, found) : found;
  }

  /** Whoever sends it has so long. Without other copies it was this one, before it was started anew. */
  async function waitUntilSettled(key: string, { at, requestHash }: Sending): Promise<Settled> {
    const end = Math.min(at, now()) + timeouts.create + settlingMs;
    while (isShared && now() < end) {
      await delay(waitPauseMs);
      const found = await claims.read(key).catch(() => undefined);
      if (found !== undefined && found.state !== 'sending') return found;
    }
    return failedRecord(requestHash, outcomeUnknown());
  }

  /** Of a create of which nothing is known: either it was never sent, or that was forgotten, as everything is after a day. */
  function judge({ repeatMs, requestHash }: Press, memory: StoreMemory): Settled | undefined {
    const refused = (error: HttpError) => failedRecord(requestHash, error);
    if (repeatMs === undefined) {
      if (memory.isAfterLoss && memory.ageMs < timeouts.create + resendMarginMs) throw memoryLost();
      return undefined;
    }
    if (repeatMs >= createMemoryMs || memory.ageMs < repeatMs) return refused(outcomeUnknown());
    return repeatMs > repeatSendsMs ? refused(tooLate()) : undefined;
  }
}

const orStoreAway =
  (isRepeat: boolean) =>
  (error: unknown): never => {
    throw error instanceof StoreAwayError ? storeAway(isRepeat) : error;
  };

const keyOf = ({ generationId }: Question, attempt: number) => `create:${generationId}:${attempt}`;

function requireSame(press: Press, requestHash: string): void {
  if (press.requestHash !== requestHash) throw idReused();
}
