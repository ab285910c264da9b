/**
 * What has to outlive a request, and where there are several copies of the server or a restart, the copy as well: which
 * creates were sent, which sessions were ended. Times are in milliseconds from now; what has expired is not there.
 * Everything rejects with `StoreAwayError` where the store cannot be relied on: whatever was asked may have been done or not.
 */
export type KeyValueStore = Readonly<{
  get(key: string): Promise<string | undefined>;
  /** Whether nothing was there, and the value is now. Of all that try at once, one succeeds. */
  add(key: string, value: string, milliseconds: number): Promise<boolean>;
  /** Whether `before` was there, and the value is now. Of all that try at once, one succeeds. */
  replace(key: string, before: string, value: string, milliseconds: number): Promise<boolean>;
  put(key: string, value: string, milliseconds: number): Promise<void>;
  remove(key: string): Promise<void>;
  memory(): Promise<StoreMemory>;
}>;

/** How far back a store can be relied on: what was put there earlier may be gone before its time. */
export type StoreMemory = Readonly<{
  /** For so many milliseconds nothing was forgotten. */
  ageMs: number;
  /** Whether something may have been there before, rather than that it was new then. */
  isAfterLoss: boolean;
}>;

/** Redis is gone or silent, or the disk takes nothing. */
export class StoreAwayError extends Error {}
