import type { Wait } from '../../api/waitOnline.ts';

export type Pauses = ReturnType<typeof createPauses>;

/** One pause at a time for each generation; a new one ends the one before, which then came to nothing. */
export function createPauses(wait: Wait) {
  const ends = new Map<string, () => void>();
  const tasks = new Map<string, Promise<void>>();

  function end(id: string): void {
    ends.get(id)?.();
    ends.delete(id);
  }

  /** Resolves to whether it has passed, rather than been ended. */
  function pause(id: string, milliseconds: number): Promise<boolean> {
    end(id);
    return new Promise((resolve) => {
      ends.set(id, () => resolve(false));
      void wait(milliseconds).then(() => resolve(true));
    });
  }

  return {
    end,
    wait: pause,

    /** Does it after the pause, without being waited for, except by `over`. */
    after(id: string, milliseconds: number, act: () => Promise<void>): void {
      const task = pause(id, milliseconds).then((hasPassed) => (hasPassed ? act() : undefined));
      tasks.set(id, task);
    },

    /** Resolves when nothing is to be done after a pause any more. */
    async over(id: string): Promise<void> {
      for (let task = tasks.get(id); task !== undefined; task = tasks.get(id)) {
        await task;
        if (tasks.get(id) === task) tasks.delete(id);
      }
    },
  };
}
