import fc from 'fast-check';

const asked = Number(process.env.FUZZ_RUNS ?? 0);

/** How often a property is tried: a few times in everyday runs, each with other values, and `FUZZ_RUNS` times to prove by mass. */
export function propertyRuns(everyday: number): number {
  return Math.max(everyday, asked);
}

// The setup of each test file: for properties that say no number.
fc.configureGlobal({ numRuns: propertyRuns(30) });
