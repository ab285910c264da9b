/** Does things in the order in which they are asked for: at once, unless something that takes long is under way. */
export function createTurns() {
  const waiting: (() => void)[] = [];
  let isHeld = false;

  /** What throws takes nothing along that waits behind it. */
  function goOn(): void {
    const act = isHeld ? undefined : waiting.shift();
    if (act === undefined) return;
    try {
      act();
    } finally {
      goOn();
    }
  }

  return {
    inTurn(act: () => void): void {
      if (isHeld) waiting.push(act);
      else act();
    },

    /** Everything else waits until `work` is done. */
    async hold(work: Promise<void>): Promise<void> {
      isHeld = true;
      try {
        await work;
      } finally {
        isHeld = false;
        goOn();
      }
    },

    isHeld: () => isHeld,
  };
}
