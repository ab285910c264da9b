/** The part of `navigator.locks` that is used. */
export type Locks = Pick<LockManager, 'request'>;

/** What the tabs of one browser have in common, and what a tab remembers across its reloads. */
export type Tabs = {
  /** Null where the browser has none, as over plain http from another machine. */
  readonly locks: Locks | null;
  /** Tells the other tabs that the record of a generation has changed or gone. */
  announce(generationId: string): void;
  listen(onChange: (generationId: string) => void): void;
  readWorkId(): string | null;
  writeWorkId(id: string): void;
};

/**
 * Tabs below another path of the same host are another editor's, with which nothing is shared. `basePath` is empty where the
 * editor has its host to itself.
 */
export async function createTabs(basePath: string): Promise<Tabs> {
  // Missing before Safari 15.4, and withheld by some private windows.
  const channel = orNull(() => new BroadcastChannel(`upload-paint-editor${basePath}`));
  const workIdKey = `work${basePath}`;
  const locks = await usableLocks();
  return {
    locks: locks && locksBelow(locks, basePath),
    announce: (generationId) => channel?.postMessage(generationId),
    listen(onChange) {
      channel?.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') onChange(data);
      });
    },
    readWorkId: () => orNull(() => sessionStorage.getItem(workIdKey)),
    writeWorkId: (id) => orNull(() => sessionStorage.setItem(workIdKey, id)),
  };
}

/** A browser that forbids storage throws at the mere mention of it, or at the use of what it lacks. */
function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The same locks, by names of their own. */
function locksBelow(locks: Locks, basePath: string): Locks {
  function request<Result>(name: string, callback: LockGrantedCallback<Result>): Promise<Awaited<Result>>;
  function request<Result>(
    name: string,
    options: LockOptions,
    callback: LockGrantedCallback<Result>,
  ): Promise<Awaited<Result>>;
  function request<Result>(
    name: string,
    ...[given, callback]:
      | [LockGrantedCallback<Result>, undefined?]
      | [LockOptions, LockGrantedCallback<Result>]
  ): Promise<Awaited<Result>> {
    const ownName = `${basePath} ${name}`;
    if (callback === undefined) return locks.request(ownName, given);
    return locks.request(ownName, given, callback);
  }
  return basePath === '' ? locks : { request };
}

/** Where cookies are blocked, locks are there and refuse. */
async function usableLocks(): Promise<Locks | null> {
  const { locks } = navigator;
  // Withheld over plain http from another machine.
  if (locks === undefined) return null;
  return locks.request('probe', () => locks).catch(() => null);
}
