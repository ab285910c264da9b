import { emptyOctave, type Octave } from './octave.ts';

const side = 96;

/** Three independent smooth noises, between -1 and 1, as the three numbers of each pixel; `cells` waves to a side. */
export function noiseOctave(cells: number, seed: number): Octave {
  const octave = emptyOctave({ width: side, height: side });
  for (let at = 0; at < octave.colors.length; at++) {
    const x = Math.floor(at / 3) % side;
    const y = Math.floor(at / 3 / side);
    octave.colors[at] = valueNoise((x / side) * cells, (y / side) * cells, seed + (at % 3));
  }
  return octave;
}

/** One random value a lattice point, and smooth between them. */
function valueNoise(x: number, y: number, seed: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const u = smooth(x - column);
  const v = smooth(y - row);
  const above = mix(latticeValue(column, row, seed), latticeValue(column + 1, row, seed), u);
  const below = mix(latticeValue(column, row + 1, seed), latticeValue(column + 1, row + 1, seed), u);
  return mix(above, below, v);
}

/** A hash of the lattice point, between -1 and 1. */
export function latticeValue(column: number, row: number, seed: number): number {
  let bits = Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 0x7fffffff - 1;
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
