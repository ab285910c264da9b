/**
 * What has to outlive a request, and where there are several copies of the server or a restart, the copy as well: which
 * creates were sent, which sessions were ended. Times are in milliseconds from now; what has expired is not there.
 * Everything rejects with `StoreAwayError` where the store cannot be relied on: whatever was asked may have been done or not.
 */
export type KeyValueStore = Readonly<{
  get(key: string): Promise<string | undefined>;
  /** Whether nothing was there, and the value is now. Of all that try at once, one succeeds. */
  add(key: string, value: string, milliseconds: number): Promise<boolean>;
  put(key: string, value: string, milliseconds: number): Promise<void>;
  remove(key: string): Promise<void>;
  /** Since when it has forgotten nothing before its time, in milliseconds since 1970: what was not there then, may have been. */
  since(): Promise<number>;
}>;

/** Redis is gone or silent, or the disk takes nothing. */
export class StoreAwayError extends Error {}
