import { randomUUID } from 'node:crypto';
import { backoffMs, retry } from '../../contract/retry.ts';
import { type KeyValueStore, StoreAwayError } from '../store/keyValueStore.ts';
import { createMemoryStore } from '../store/memoryStore.ts';
import { storeAway } from './createErrors.ts';
import { type CreateRecord, parseRecord, type Sending, type Settled } from './createRecord.ts';

export type Claims = Readonly<{
  /** Claims the key for a create that leaves next, or finds what is known of one. Throws where it must not leave. */
  claim(key: string, requestHash: string): Promise<CreateRecord | undefined>;
  read(key: string): Promise<CreateRecord | undefined>;
  /** Resolves when it is kept here, and tries for a while to have it kept in the store. */
  settle(key: string, record: Settled): Promise<void>;
  /** Since when no create was forgotten, in milliseconds since 1970. */
  since(): Promise<number>;
}>;

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
    claim: async (key, requestHash) => {
      const known = parseRecord(await own.get(key));
      if (known !== undefined) return known;
      const claim: Sending = { requestHash, state: 'sending', token: randomUUID(), at: now() };
      const found = await claimInStore(key, claim);
      if (found === undefined) await own.put(key, JSON.stringify(claim), createMemoryMs);
      return found;
    },
    read: async (key) => parseRecord((await own.get(key)) ?? (await orRefuse(() => store.get(key)))),
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
    since: () => orRefuse(store.since),
  };

  async function claimInStore(key: string, claim: Sending): Promise<CreateRecord | undefined> {
    const text = JSON.stringify(claim);
    try {
      if (await store.add(key, text, createMemoryMs)) return undefined;
    } catch (error) {
      if (!(error instanceof StoreAwayError)) throw error;
      if (sendsWithoutStore) return undefined;
      // It may be there all the same, when the store comes back.
      await own.put(abandoned(claim.token), '', createMemoryMs);
      throw storeAway();
    }
    const found = parseRecord(await orRefuse(() => store.get(key)));
    if (found === undefined) throw storeAway();
    if (found.state !== 'sending' || (await own.get(abandoned(found.token))) === undefined) return found;
    await orRefuse(() => store.put(key, text, createMemoryMs));
    return undefined;
  }
}

const abandoned = (token: string) => `abandoned:${token}`;

/** Without the store nobody knows whether it was sent. */
async function orRefuse<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof StoreAwayError ? storeAway() : error;
  }
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
