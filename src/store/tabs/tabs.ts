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

const workIdKey = 'work';

export async function createTabs(name = 'upload-paint-editor'): Promise<Tabs> {
  const channel = new BroadcastChannel(name);
  return {
    locks: await usableLocks(),
    announce: (generationId) => channel.postMessage(generationId),
    listen(onChange) {
      channel.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') onChange(data);
      });
    },
    readWorkId: () => orNull(() => sessionStorage.getItem(workIdKey)),
    writeWorkId: (id) => orNull(() => sessionStorage.setItem(workIdKey, id)),
  };
}

/** A browser that forbids storage throws at the mere mention of it. */
function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Where cookies are blocked, locks are there and refuse. */
async function usableLocks(): Promise<Locks | null> {
  if (!globalThis.isSecureContext) return null;
  const { locks } = navigator;
  return locks.request('probe', () => locks).catch(() => null);
}
