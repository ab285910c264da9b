import type { Locks, Tabs } from '../../src/store/tabs/tabs.ts';

/** Tabs that share locks and messages as those of one browser do. */
type FakeBrowser = { openTab(workId?: string): FakeTab };
type FakeTab = Tabs & {
  /** As a crash does: its locks pass on, and nothing more is heard in it. */
  kill(): void;
};

type Waiting = { readonly mode: LockMode; readonly tab: object; grant(): void };
type Held = { readonly mode: LockMode; readonly tab: object };

export function createFakeBrowser(): FakeBrowser {
  const held = new Map<string, Held[]>();
  const waiting = new Map<string, Waiting[]>();
  const listeners = new Map<object, (id: string) => void>();

  function isFree(name: string, mode: LockMode): boolean {
    const holders = held.get(name) ?? [];
    return holders.length === 0 || (mode === 'shared' && holders.every((each) => each.mode === 'shared'));
  }

  function grantNext(name: string) {
    const [next] = waiting.get(name) ?? [];
    if (!next || !isFree(name, next.mode)) return;
    waiting.get(name)?.shift();
    next.grant();
    grantNext(name);
  }

  function locksOf(tab: object): Locks {
    async function request(name: string, given: LockOptions | LockGrantedCallback<unknown>, last?: unknown) {
      const options = typeof given === 'function' ? {} : given;
      const callback = (typeof given === 'function' ? given : last) as LockGrantedCallback<unknown>;
      const mode = options.mode ?? 'exclusive';
      if (options.ifAvailable && !isFree(name, mode)) return await callback(null);
      await new Promise<void>((grant, reject) => {
        const entry = { mode, tab, grant: () => hold(grant) };
        waiting.set(name, [...(waiting.get(name) ?? []), entry]);
        const abort = () => {
          waiting.set(
            name,
            (waiting.get(name) ?? []).filter((each) => each !== entry),
          );
          reject(options.signal?.reason);
        };
        if (options.signal?.aborted) abort();
        options.signal?.addEventListener('abort', abort);
        grantNext(name);
      });
      try {
        return await callback({ name, mode });
      } finally {
        release(name, tab);
      }

      function hold(grant: () => void) {
        held.set(name, [...(held.get(name) ?? []), { mode, tab }]);
        grant();
      }
    }
    return { request: request as Locks['request'] };
  }

  function release(name: string, tab: object) {
    const holders = held.get(name) ?? [];
    const place = holders.findIndex((each) => each.tab === tab);
    if (place >= 0) held.set(name, holders.toSpliced(place, 1));
    grantNext(name);
  }

  return {
    openTab(workId) {
      const tab = {};
      let remembered = workId ?? null;
      return {
        locks: locksOf(tab),
        announce(id) {
          for (const [other, onChange] of listeners) if (other !== tab) queueMicrotask(() => onChange(id));
        },
        listen: (onChange) => void listeners.set(tab, onChange),
        readWorkId: () => remembered,
        writeWorkId(id) {
          remembered = id;
        },
        kill() {
          listeners.delete(tab);
          for (const [name, queue] of waiting)
            waiting.set(
              name,
              queue.filter((each) => each.tab !== tab),
            );
          for (const [name, holders] of held) {
            held.set(
              name,
              holders.filter((each) => each.tab !== tab),
            );
            grantNext(name);
          }
        },
      };
    },
  };
}
