/** `until` is in milliseconds since 1970. */
export type Entry = Readonly<{ value: string; until: number }>;

export type ExpiringEntries = Readonly<{
  get(key: string): Entry | undefined;
  set(key: string, entry: Entry): void;
  remove(key: string): void;
  /** Those that have not expired. */
  live(): readonly (readonly [key: string, entry: Entry])[];
}>;

const sweepSizeMin = 1000;

/**
 * Entries in memory that end by themselves. None is forgotten before its time to make room, for what is forgotten might be
 * paid twice; what fills it is bounded by the rate limits.
 */
export function createExpiringEntries(now: () => number): ExpiringEntries {
  const entries = new Map<string, Entry>();
  let sweepSize = sweepSizeMin;
  const isLive = (entry: Entry) => entry.until > now();

  return {
    get: (key) => {
      const entry = entries.get(key);
      return entry !== undefined && isLive(entry) ? entry : undefined;
    },
    set: (key, entry) => {
      entries.set(key, entry);
      if (entries.size >= sweepSize) sweep();
    },
    remove: (key) => void entries.delete(key),
    live: () => [...entries].filter(([, entry]) => isLive(entry)),
  };

  /** Each time that they have doubled, which costs little for each. */
  function sweep(): void {
    for (const [key, entry] of entries) if (!isLive(entry)) entries.delete(key);
    sweepSize = Math.max(sweepSizeMin, entries.size * 2);
  }
}
