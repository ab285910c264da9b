import { randomUUID } from 'node:crypto';
import { backoffMs, retry } from '../../contract/retry.ts';
import { type KeyValueStore, StoreAwayError, type StoreMemory } from '../store/keyValueStore.ts';
import { createMemoryStore } from '../store/memoryStore.ts';
import { outcomeUnknown } from './createErrors.ts';
import { type CreateRecord, failedRecord, parseRecord, type Sending, type Settled } from './createRecord.ts';

/** All reject with `StoreAwayError` where the store does, and this copy does not know by itself. */
export type Claims = Readonly<{
  /**
   * Claims the key for a create that leaves next, or finds what is known of one. Throws where it must not leave. Where nothing is
   * known, `judge` is told how far back that can be relied on; what it answers is taken for what is known.
   */
  claim(key: string, requestHash: string, judge: Judge): Promise<CreateRecord | undefined>;
  read(key: string): Promise<CreateRecord | undefined>;
  /** Resolves when it is kept here, and tries for a while to have it kept in the store. */
  settle(key: string, record: Settled): Promise<void>;
  memory(): Promise<StoreMemory>;
}>;

/** Whether a create of which nothing is known may leave. Throws where it must not. */
type Judge = (memory: StoreMemory) => Settled | undefined;

export type ClaimsValues = Readonly<{
  store: KeyValueStore;
  /** Whether creates leave while the store is away, known to this copy alone. */
  sendsWithoutStore: boolean;
  now(): number;
}>;

/** What whoever repeats a create by itself does sooner. Stripe's is the same: https://docs.stripe.com/api/idempotent_requests */
export const createMemoryMs = 24 * 3_600_000;

const keepingPolicy = {
  attemptsMax: 8,
  backoff: { firstMs: 500, maxMs: 30_000 },
};

/**
 * Who may send which create. A claim is in the store, for other copies and the next process, and in this copy's memory too:
 * Redis may be flushed or lost between two sends of one id.
 */
export function createClaims({ store, sendsWithoutStore, now }: ClaimsValues): Claims {
  const own = createMemoryStore(now);

  return {
    claim: async (key, requestHash, judge) => {
      const known = parseRecord(await own.get(key));
      if (known !== undefined) return known;
      const claim: Sending = { requestHash, state: 'sending', token: randomUUID(), at: now() };
      // Until it is known to be taken: the store may carry it out after it has failed, and it is never sent then.
      await own.put(unsent(claim.token), '', createMemoryMs);
      const found = await claimInStore(key, claim, judge);
      await own.remove(unsent(claim.token));
      if (found === undefined) await own.put(key, JSON.stringify(claim), createMemoryMs);
      return found;
    },
    read: async (key) => {
      const found = parseRecord((await own.get(key)) ?? (await store.get(key)));
      return found === undefined || (await isUnsent(found)) ? undefined : found;
    },
    settle: async (key, record) => {
      await own.put(key, JSON.stringify(record), createMemoryMs);
      void retry(
        () => isDone(store.put(key, JSON.stringify(record), createMemoryMs)),
        (isKept, attempts) =>
          isKept || attempts >= keepingPolicy.attemptsMax
            ? undefined
            : backoffMs(keepingPolicy.backoff, attempts),
        pause,
      );
    },
    memory: store.memory,
  };

  async function claimInStore(key: string, claim: Sending, judge: Judge): Promise<CreateRecord | undefined> {
    try {
      return await takeFromStore(key, claim, judge);
    } catch (error) {
      const isAllowed = error instanceof StoreAwayError && sendsWithoutStore;
      if (!isAllowed || judge(noMemory) !== undefined) throw error;
      return undefined;
    }
  }

  async function takeFromStore(key: string, claim: Sending, judge: Judge): Promise<CreateRecord | undefined> {
    const [there, memory] = await Promise.all([store.get(key), store.memory()]);
    const found = there === undefined ? undefined : (parseRecord(there) ?? illegible(claim));
    if (found !== undefined && !(await isUnsent(found))) return found;
    const refused = judge(memory);
    if (refused !== undefined) return refused;
    const text = JSON.stringify(claim);
    const [isTaken, memoryThen] = await Promise.all([
      there === undefined
        ? store.add(key, text, createMemoryMs)
        : store.replace(key, there, text, createMemoryMs),
      store.memory(),
    ]);
    if (isTaken) return judge(memoryThen);
    return parseRecord(await store.get(key)) ?? illegible(claim);
  }

  /** Of this copy's claims, one that it never sent. */
  async function isUnsent(found: CreateRecord): Promise<boolean> {
    return found.state === 'sending' && (await own.get(unsent(found.token))) !== undefined;
  }
}

const noMemory: StoreMemory = { ageMs: Number.NEGATIVE_INFINITY, isAfterLoss: false };

const unsent = (token: string) => `unsent:${token}`;

/** Something is there, and nobody can tell what. */
function illegible({ requestHash }: Sending): Settled {
  return failedRecord(requestHash, outcomeUnknown());
}

function isDone(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** It keeps no process from ending. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
