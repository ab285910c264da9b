import { test } from 'vitest';
import { checkKept } from '../../src/model/compare/checkKept.ts';
import { restoreKept } from '../../src/model/compare/restoreKept.ts';
import type { Pixels } from '../../src/model/pixels/pixels.ts';
import { reportTime } from './timing.ts';

const side = 4096;

/** Noise, so that every pixel differs from its counterpart of another seed: the slowest case. */
function noise(seed: number): Pixels {
  const data = new Uint8ClampedArray(side * side * 4);
  let state = seed;
  for (let at = 0; at < data.length; at++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    data[at] = at % 4 === 3 ? 255 : state >> 16;
  }
  return { width: side, height: side, data };
}

test('a result against its original, at 4096 × 4096 px', () => {
  const [result, original] = [noise(1), noise(2)];
  const kept = { width: side, height: side, bits: new Uint8Array(side * side).fill(1) };
  for (let y = 1000; y < 2500; y++) kept.bits.fill(0, y * side + 1000, y * side + 3000);
  reportTime('check of the kept area, all of it different', () => checkKept(result, original, kept));
  reportTime('original put back with a hard edge', () => restoreKept(result, original, kept, 0));
  reportTime('original put back with a feather of 40 px', () => restoreKept(result, original, kept, 40));
});
