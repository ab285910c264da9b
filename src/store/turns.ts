/** Does things in the order in which they are asked for: at once, unless something that takes long is under way. */
export function createTurns() {
  let waiting: (() => void)[] = [];
  let isHeld = false;

  function inTurn(act: () => void): void {
    if (isHeld) waiting.push(act);
    else act();
  }

  return {
    inTurn,

    /** Everything else waits until `work` is done. */
    async hold(work: Promise<void>): Promise<void> {
      isHeld = true;
      try {
        await work;
      } finally {
        isHeld = false;
        const acts = waiting;
        waiting = [];
        for (const act of acts) inTurn(act);
      }
    },

    /** Nothing that waits will be done. */
    forget(): void {
      waiting = [];
    },
  };
}
