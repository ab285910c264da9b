import type { Locks } from './tabs.ts';

export type Leases = ReturnType<typeof createLeases>;

/**
 * One tab at a time works on a thing: the one that holds its lock, which the browser passes on when that tab goes, however it
 * goes. The others wait for the lock, and show meanwhile what the holder writes. `kind` begins the locks' names.
 */
export function createLeases(locks: Locks | null, kind: string) {
  const wanted = new Set<string>();
  const held = new Set<string>();

  async function requestLock(id: string, work: () => Promise<void>): Promise<void> {
    wanted.add(id);
    const workUnderLock = async () => {
      held.add(id);
      await work().finally(() => {
        held.delete(id);
        wanted.delete(id);
      });
    };
    await (locks ? locks.request(`${kind}:${id}`, workUnderLock) : workUnderLock());
  }

  return {
    /**
     * Of something that began in this page: nobody else can hold it, so it counts as held at once. The lock is asked for before
     * another tab can hear of it. Held until the returned function is called.
     */
    claim(id: string): () => void {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      held.add(id);
      void requestLock(id, () => released);
      return release;
    },

    /** Works on it once no other page does; where there are no locks, at once. */
    acquire: requestLock,

    isHeld: (id: string) => held.has(id),
    /** Whether this page holds it, or waits for it. */
    isWanted: (id: string) => wanted.has(id),
  };
}
