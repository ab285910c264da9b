/**
 * Rings as few bytes: for the history, which keeps thousands of them, and for the way to a worker and back. A vertex as an
 * object takes some 45 bytes and is copied one by one. The rule: each coordinate is the step from the vertex before, and
 * takes as many bytes as it needs, of 7 bits each and a mark that more follow. A region of 6,000 vertices takes 12 to 25 kB.
 */

import type { Point } from '../point.ts';
import type { Ring, Rings } from './ring.ts';

export type PackedRings = Uint8Array<ArrayBuffer>;

export function packRings(rings: Rings): PackedRings {
  const bytes: number[] = [];
  let last: Point = { x: 0, y: 0 };
  for (const ring of rings) {
    writeCount(bytes, ring.length);
    for (const vertex of ring) {
      writeCount(bytes, folded(vertex.x - last.x));
      writeCount(bytes, folded(vertex.y - last.y));
      last = vertex;
    }
  }
  return Uint8Array.from(bytes);
}

/** The very same integers; -0 comes back as 0. */
export function unpackRings(bytes: PackedRings): Rings {
  const rings: Ring[] = [];
  let [place, x, y] = [0, 0, 0];

  function readCount(): number {
    for (let [count, unit] = [0, 1]; ; unit *= 128) {
      const byte = bytes[place++] ?? 0;
      count += (byte % 128) * unit;
      if (byte < 128) return count;
    }
  }

  while (place < bytes.length) {
    rings.push(
      Array.from({ length: readCount() }, () => {
        x += unfolded(readCount());
        y += unfolded(readCount());
        return { x, y };
      }),
    );
  }
  return rings;
}

function writeCount(bytes: number[], count: number): void {
  let rest = count;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** Small steps either way become small counts: 0, -1, 1, -2, 2 … become 0, 1, 2, 3, 4 … */
function folded(step: number): number {
  return step < 0 ? -2 * step - 1 : 2 * step;
}

function unfolded(count: number): number {
  return count % 2 === 0 ? count / 2 : -(count + 1) / 2;
}
