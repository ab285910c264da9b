/**
 * In milliseconds. What is kept is kept for a day, and nobody sends a create again by themselves for longer than minutes, so
 * that a clock has to leap this far to end what may still be asked for.
 */
export const clockLeapMs = 12 * 3_600_000;

/**
 * Tells whether a clock has leapt since it was last read, forwards or back: whatever ends by it may have ended before its time.
 * A machine that slept looks the same. `steadyNow` in milliseconds, of a clock that nobody can set.
 */
export function createLeapWatch(steadyNow: () => number = () => performance.now()): (now: number) => boolean {
  let last: { now: number; steady: number } | undefined;
  return (now) => {
    const steady = steadyNow();
    const leapMs = last === undefined ? 0 : now - last.now - (steady - last.steady);
    last = { now, steady };
    return Math.abs(leapMs) >= clockLeapMs;
  };
}
