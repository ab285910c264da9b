/**
 * From pixels to rings, exactly: the rings run along pixel edges, so that rasterising them gives the same pixels again.
 * Each edge between a chosen pixel and another is walked once with the chosen one on its right hand, hence clockwise around
 * areas and counter-clockwise around holes, as normal form wants it. Where two chosen pixels touch only at a corner, the
 * walk stays with its own pixel: chosen pixels are connected over sides. It may then pass that corner twice, and a ring
 * must not touch itself, so the loop since the first time is cut off as a ring of its own. Every ring has an edge that runs
 * to the right, above a chosen pixel: those are searched for starts and marked when walked.
 */
import type { Point } from '../geometry/point.ts';
import type { Ring, Rings } from '../mask/region.ts';
import type { PixelMask } from './pixels.ts';

/** Right, down, left and up: one more is a turn to the right. */
type Heading = 0 | 1 | 2 | 3;
const stepX = [1, 0, -1, 0] as const;
const stepY = [0, 1, 0, -1] as const;
const turnedRight = [1, 2, 3, 0] as const;
const turnedLeft = [3, 0, 1, 2] as const;
/** From a corner to the pixel that lies ahead of it on the right. The one on the left is that of a turn to the left. */
const aheadX = [0, -1, -1, 0] as const;
const aheadY = [0, 0, -1, -1] as const;

/** The rings around the chosen pixels, in px, without vertices on straight stretches. */
export function traceMask({ width, height, bits }: PixelMask): Rings {
  const walked = new Uint8Array(bits.length);
  const rings: Ring[] = [];
  for (let pixel = bits.indexOf(1); pixel >= 0; pixel = bits.indexOf(1, pixel)) {
    for (; bits[pixel] === 1; pixel++) {
      if (bits[pixel - width] !== 1 && walked[pixel] === 0) rings.push(...walkFrom(pixel));
    }
  }
  return rings;

  /** Walks from a pixel's top-left corner along its upper edge until it is there again. */
  function walkFrom(start: number): Ring[] {
    const startX = start % width;
    const startY = (start - startX) / width;
    const way: Point[] = [];
    const loops: Ring[] = [way];
    const touches = new Map<number, number>();
    let [x, y] = [startX, startY];
    let heading: Heading = 0;
    do {
      if (heading === 0) walked[y * width + x] = 1;
      x += stepX[heading];
      y += stepY[heading];
      const isRight = isChosenAhead(x, y, heading);
      const isLeft = isChosenAhead(x, y, turnedLeft[heading]);
      if (isRight && !isLeft) continue;
      way.push({ x, y });
      if (isLeft && !isRight) loops.push(...cutLoop(way, touches, y * (width + 1) + x));
      heading = isRight ? turnedLeft[heading] : turnedRight[heading];
    } while (heading !== 0 || x !== startX || y !== startY);
    return loops;
  }

  function isChosenAhead(cornerX: number, cornerY: number, heading: Heading): boolean {
    const x = cornerX + aheadX[heading];
    const y = cornerY + aheadY[heading];
    return x >= 0 && y >= 0 && x < width && y < height && bits[y * width + x] === 1;
  }
}

/** At the second pass of a corner, takes the way since the first one off; `touches` holds where on the way that was. */
function cutLoop(way: Point[], touches: Map<number, number>, corner: number): Ring[] {
  const first = touches.get(corner);
  if (first !== undefined) return [way.splice(first + 1)];
  touches.set(corner, way.length - 1);
  return [];
}
