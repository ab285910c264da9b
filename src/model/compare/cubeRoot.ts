/**
 * Cube roots from 0 to 1, by looking them up and interpolating: `Math.cbrt` a hundred million times, six times for each of
 * sixteen megapixels, takes seconds. The curve is steep near 0, so that part has a finer table; errors stay below 0.00002
 * for whatever comes of colours of 8 bits.
 */

const steps = 8192;
const fineMax = 1 / 64;

function tableUpTo(max: number): Float64Array {
  return Float64Array.from({ length: steps + 2 }, (_, step) => Math.cbrt((step / steps) * max));
}

const coarse = tableUpTo(1);
const fine = tableUpTo(fineMax);

export function cubeRoot(value: number): number {
  const isFine = value < fineMax;
  const table = isFine ? fine : coarse;
  const place = value * (isFine ? steps / fineMax : steps);
  const step = Math.floor(place);
  const below = table[step] ?? 0;
  return below + ((table[step + 1] ?? 0) - below) * (place - step);
}
