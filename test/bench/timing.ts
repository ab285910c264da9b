const runs = 9;

/**
 * What `run` takes: the first time, as after a page is loaded, and of the times after it the median and the least, which other work on
 * the machine disturbs little; in ms.
 */
function timed(run: () => unknown): {
  readonly first: number;
  readonly median: number;
  readonly least: number;
} {
  const [first = 0, ...others] = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return { first, median: medianOf(others), least: Math.min(...others) };
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Prints a line of what `run` takes. */
export function reportTime(name: string, run: () => unknown): void {
  const { first, median, least } = timed(run);
  report(
    name,
    `${median.toFixed(1).padStart(7)} ms, at least ${least.toFixed(1)} ms, the first time ${first.toFixed(1)} ms`,
  );
}

export function report(name: string, figures: string): void {
  process.stdout.write(`${name.padEnd(64)} ${figures}\n`);
}
