import type { EditorStorage } from '../../storage/openStorage.ts';
import type { Work } from '../../storage/work.ts';
import type { Locks, Tabs } from './tabs.ts';

type Parts = { storage: EditorStorage; tabs: Tabs; newId(): string };

export type TabWork = ReturnType<typeof createTabWork>;

/** While the page from before a reload is being torn down, it may still hold the lock on the work. */
const reloadTimeoutMs = 1000;
/** Held by every tab, shared, for as long as it lives. */
const presenceLock = 'tabs';

/**
 * Gives each tab a work of its own, so that two tabs never write over each other's. A reload comes back to the same one; a
 * new tab acquires the one saved last that no tab holds, else it starts empty. The lock on it lasts as long as the tab.
 */
export function createTabWork({ storage, tabs, newId }: Parts) {
  let workId: string | undefined;
  /** The work as it was acquired; a copy is not stored under the tab's own name before it is saved. */
  let acquired: Work | undefined;

  async function acquire(): Promise<Work | undefined> {
    acquired = await (tabs.locks ? acquireWithLock(tabs.locks) : loadWithoutLock());
    tabs.writeWorkId(ownId());
    return acquired;
  }

  function ownId(): string {
    workId ??= newId();
    return workId;
  }

  async function acquireWithLock(locks: Locks): Promise<Work | undefined> {
    await locks.request(presenceLock, { ifAvailable: true }, pruneIfAlone);
    await holdLock(locks, presenceLock, { mode: 'shared' });
    const own = tabs.readWorkId();
    if (own !== null && (await lockWork(locks, own, { signal: AbortSignal.timeout(reloadTimeoutMs) }))) {
      workId = own;
      return await storage.loadWork(own);
    }
    for (const id of await storage.listWorks()) {
      if (!(await lockWork(locks, id, { ifAvailable: true }))) continue;
      workId = id;
      return await storage.loadWork(id);
    }
    await lockWork(locks, ownId(), { ifAvailable: true });
    return undefined;
  }

  /** Nothing can be deleted that another tab is just about to refer to: it waits for this to end before it begins. */
  async function pruneIfAlone(lock: Lock | null): Promise<void> {
    if (lock) await storage.prune().catch(() => undefined);
  }

  /** Without locks nobody can tell which works are in use; a copy under a name of its own disturbs none. */
  async function loadWithoutLock(): Promise<Work | undefined> {
    workId = tabs.readWorkId() ?? undefined;
    const id = workId ?? (await storage.listWorks())[0];
    return id === undefined ? undefined : await storage.loadWork(id);
  }

  return {
    acquire,
    save: (work: Work) => storage.saveWork(ownId(), work),
    async load(): Promise<Work | undefined> {
      const stored = workId === undefined ? undefined : await storage.loadWork(workId);
      return stored ?? acquired;
    },
  };
}

function lockWork(locks: Locks, id: string, options: LockOptions): Promise<boolean> {
  return holdLock(locks, `work:${id}`, options);
}

/** Resolves to whether the lock was granted, and keeps it for as long as the page is there. */
function holdLock(locks: Locks, name: string, options: LockOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const keep = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<never>(() => undefined);
    };
    locks.request(name, options, keep).catch(() => resolve(false));
  });
}
