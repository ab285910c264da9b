import { createExpiringEntries } from '../store/expiringEntries.ts';
import { type KeyValueStore, StoreAwayError } from '../store/keyValueStore.ts';

/** `issuedAt` in milliseconds since 1970. */
export type SessionFacts = Readonly<{ id: string; issuedAt: number }>;

/** What ends sessions before their time. Whoever ends one is told whether other copies of the server know, too. */
export type Revocations = Readonly<{
  isRevoked(session: SessionFacts): Promise<boolean>;
  revoke(session: SessionFacts): Promise<boolean>;
  /** Ends all that were issued until now. */
  revokeAll(): Promise<boolean>;
  /** Sessions have to be issued after this to count. */
  revokedUntil(): Promise<number>;
}>;

type Values = Readonly<{ store: KeyValueStore; lifeMs: number; now(): number }>;

/** By so much the clocks of copies may differ, and a session that another copy just issued still ends with all the others. */
const clockSkewMs = 60_000;

const allKey = 'sessions-revoked-until';
const keyOf = ({ id }: SessionFacts) => `session-revoked:${id}`;

/**
 * Keeps revocations in the store until the sessions would have ended by themselves, and in memory what this copy knows. While
 * the store is away sessions go on and what this copy knows holds, and the store is told when it is back, or was emptied.
 */
export function createRevocations({ store, lifeMs, now }: Values): Revocations {
  const known = createExpiringEntries(now);
  const untold = new Set<string>();
  return { isRevoked, revoke, revokeAll, revokedUntil };

  async function isRevoked(session: SessionFacts): Promise<boolean> {
    const [isOneRevoked, until] = await Promise.all([isRevokedAlone(session), revokedUntil()]);
    return isOneRevoked || session.issuedAt <= until;
  }

  function revoke(session: SessionFacts): Promise<boolean> {
    return keep(keyOf(session), 'revoked', session.issuedAt + lifeMs);
  }

  async function revokeAll(): Promise<boolean> {
    const until = Math.max(now() + clockSkewMs, (await revokedUntil()) + 1);
    return keep(allKey, String(until), until + lifeMs);
  }

  async function isRevokedAlone(session: SessionFacts): Promise<boolean> {
    const key = keyOf(session);
    if (known.get(key) !== undefined) return true;
    const value = (await whileThere(() => store.get(key)))?.answer;
    if (value !== undefined) known.set(key, { value, until: session.issuedAt + lifeMs });
    return value !== undefined;
  }

  async function revokedUntil(): Promise<number> {
    const told = await whileThere(() => store.get(allKey));
    const stored = Number(told?.answer ?? 0);
    const own = Number(known.get(allKey)?.value ?? 0);
    if (stored > own) known.set(allKey, { value: String(stored), until: stored + lifeMs });
    if (stored < own) untold.add(allKey);
    if (told !== undefined) await tell();
    return Math.max(stored, own);
  }

  async function keep(key: string, value: string, until: number): Promise<boolean> {
    known.set(key, { value, until });
    untold.add(key);
    await tell();
    return !untold.has(key);
  }

  async function tell(): Promise<void> {
    for (const key of untold) {
      const entry = known.get(key);
      const put = () => (entry === undefined ? undefined : store.put(key, entry.value, entry.until - now()));
      if ((await whileThere(async () => put())) === undefined) return;
      untold.delete(key);
    }
  }
}

/** Undefined while the store is away. */
async function whileThere<Answer>(ask: () => Promise<Answer>): Promise<{ answer: Answer } | undefined> {
  try {
    return { answer: await ask() };
  } catch (error) {
    if (error instanceof StoreAwayError) return undefined;
    throw error;
  }
}
