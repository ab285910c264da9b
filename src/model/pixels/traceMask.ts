/**
 * From pixels to rings, exactly: the rings run along pixel edges, so that rasterising them gives the same pixels again.
 * Each edge between a chosen pixel and another is walked once with the chosen one on its right hand, hence clockwise around
 * areas and counter-clockwise around holes, as normal form wants it. Where two chosen pixels touch only at a corner, the
 * walk stays with its own pixel: chosen pixels are connected over sides. It may then pass that corner twice, and a ring
 * must not touch itself, so the loop since the first time is cut off as a ring of its own. Every ring has an edge that runs
 * to the right, above a chosen pixel: those are searched for starts and marked when walked. That search passes every pixel
 * of the picture, so it looks at four at a time, in cells of one byte with a border that belongs to no pixel.
 */

import type { Point } from '../geometry/point.ts';
import type { Ring, Rings } from '../geometry/rings/ring.ts';
import type { PixelMask } from './pixels.ts';

/** Right, down, left and up: one more is a turn to the right. */
type Heading = 0 | 1 | 2 | 3;
const stepX = [1, 0, -1, 0] as const;
const stepY = [0, 1, 0, -1] as const;
const turnedRight = [1, 2, 3, 0] as const;
const turnedLeft = [3, 0, 1, 2] as const;

const chosen = 1;
/** Of the edge above a chosen pixel. */
const walked = 2;
/** The first bit of each of four cells. */
const fourChosen = 0x01010101;

/** The rings around the chosen pixels, in px, without vertices on straight stretches. */
export function traceMask(mask: PixelMask): Rings {
  const { cells, stride } = cellsOf(mask);
  const fours = new Int32Array(cells.buffer);
  const rowOfFours = stride / 4;
  /** By how much the cell's index changes with a step. */
  const steps = [1, stride, -1, -stride] as const;
  /** From a corner to the cell that lies ahead of it on the right. The one on the left is that of a turn to the left. */
  const ahead = [0, -1, -1 - stride, -stride] as const;
  const rings: Ring[] = [];
  for (let index = rowOfFours; index < fours.length - rowOfFours; index++) {
    const four = fours[index] ?? 0;
    if (four === 0) continue;
    if ((four & ~(four >>> 1) & ~(fours[index - rowOfFours] ?? 0) & fourChosen) === 0) continue;
    for (let cell = index * 4; cell < index * 4 + 4; cell++) {
      if (cells[cell] === chosen && !isChosen(cell - stride)) rings.push(...walkFrom(cell));
    }
  }
  return rings;

  /** Walks from a cell's top-left corner along its upper edge until it is there again. */
  function walkFrom(start: number): Ring[] {
    const path: Point[] = [];
    const loops: Ring[] = [path];
    const touches = new Map<number, number>();
    let corner = start;
    let [x, y] = [(start % stride) - 1, Math.floor(start / stride) - 1];
    let heading: Heading = 0;
    do {
      if (heading === 0) cells[corner] = chosen | walked;
      corner += steps[heading];
      x += stepX[heading];
      y += stepY[heading];
      const isRight = isChosen(corner + ahead[heading]);
      const isLeft = isChosen(corner + ahead[turnedLeft[heading]]);
      if (isRight && !isLeft) continue;
      path.push({ x, y });
      if (isLeft && !isRight) loops.push(...cutLoop(path, touches, corner));
      heading = isRight ? turnedLeft[heading] : turnedRight[heading];
    } while (heading !== 0 || corner !== start);
    return loops;
  }

  function isChosen(cell: number): boolean {
    return ((cells[cell] ?? 0) & chosen) === chosen;
  }
}

/** The mask with empty cells around it, in rows of a multiple of four. The pixel in its corner is the second cell of the second row. */
function cellsOf({ width, height, bits }: PixelMask): { cells: Uint8Array; stride: number } {
  const stride = Math.ceil((width + 1) / 4) * 4;
  const cells = new Uint8Array(stride * (height + 2));
  for (let y = 0; y < height; y++) {
    cells.set(bits.subarray(y * width, (y + 1) * width), (y + 1) * stride + 1);
  }
  return { cells, stride };
}

/** At the second pass of a corner, cuts the path since the first one off; `touches` holds where on the path that was. */
function cutLoop(path: Point[], touches: Map<number, number>, corner: number): Ring[] {
  const first = touches.get(corner);
  if (first !== undefined) return [path.splice(first + 1)];
  touches.set(corner, path.length - 1);
  return [];
}
