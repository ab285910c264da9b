import type { Size } from '../geometry/rect.ts';
import type { PixelMask, Pixels } from '../pixels/pixels.ts';
import { colourDifference, visibleDifference } from './colourDifference.ts';
import { writeHeat } from './heatScale.ts';

export type KeptFigures = {
  /** How many pixels were to be kept. */
  readonly kept: number;
  /** How many of them differ visibly from the original. */
  readonly differing: number;
  /** Of all kept pixels, in units of `colourDifference`; 0 where none was to be kept. */
  readonly meanDifference: number;
};

export type KeptCheck = KeptFigures & {
  /** Where result and layout differ: opaque on the image, clear beside it. */
  readonly difference: Pixels;
  /** To be laid over the result: clear to dark where it is as it should be, and opaque where kept pixels differ. */
  readonly heat: Pixels;
};

/** Longer maps would cost memory and show nothing more on a screen; a pixel of them is the worst of those it stands for. */
const mapSideMax = 2048;

/** Opacity of the dark over what is kept and as it was, and over what was not to be kept. */
const sameDimming = 96;
const notKeptDimming = 208;
const dimming = { red: 16, green: 17, blue: 21 };

/**
 * Compares a result with the original on the canvas, both of the canvas's size. Where the original is not opaque it is
 * laid over the result first, so that what is clear in it differs from nothing.
 */
export function checkKept(result: Pixels, original: Pixels, kept: PixelMask): KeptCheck {
  const maps = emptyMaps(result);
  let [count, differing, sum] = [0, 0, 0];
  for (let y = 0, at = 0; y < result.height; y++) {
    for (let x = 0; x < result.width; x++, at++) {
      const isKept = kept.bits[at] === 1;
      const isCovered = (original.data[at * 4 + 3] ?? 0) > 0;
      const difference = isCovered ? differenceAt(result.data, original.data, at * 4) : 0;
      if (isCovered) maps.note(x, y, difference, isKept);
      if (!isKept) continue;
      count += 1;
      sum += difference;
      if (difference >= visibleDifference) differing += 1;
    }
  }
  return { kept: count, differing, meanDifference: count === 0 ? 0 : sum / count, ...maps.drawn() };
}

function differenceAt(result: Uint8ClampedArray, original: Uint8ClampedArray, start: number): number {
  const [ra, ga, ba] = [result[start] ?? 0, result[start + 1] ?? 0, result[start + 2] ?? 0];
  const [rb, gb, bb] = [original[start] ?? 0, original[start + 1] ?? 0, original[start + 2] ?? 0];
  if (ra === rb && ga === gb && ba === bb) return 0;
  const opacity = (original[start + 3] ?? 0) / 255;
  return colourDifference(ra, ga, ba, rb, gb, bb) * opacity;
}

/** The worst difference of each square of pixels, of all of them and of the kept ones; -1 where there is none. */
function emptyMaps(of: Size) {
  const factor = Math.ceil(Math.max(of.width, of.height) / mapSideMax);
  const width = Math.ceil(of.width / factor);
  const height = Math.ceil(of.height / factor);
  const worst = new Float32Array(width * height).fill(-1);
  const worstKept = new Float32Array(width * height).fill(-1);

  function note(x: number, y: number, difference: number, isKept: boolean): void {
    const at = factor === 1 ? y * width + x : Math.floor(y / factor) * width + Math.floor(x / factor);
    if (difference > (worst[at] ?? 0)) worst[at] = difference;
    if (isKept && difference > (worstKept[at] ?? 0)) worstKept[at] = difference;
  }

  return {
    note,
    drawn: () => ({
      difference: { width, height, data: differenceMap(worst) },
      heat: { width, height, data: heatMap(worstKept) },
    }),
  };
}

function differenceMap(worst: Float32Array): Uint8ClampedArray {
  const data = new Uint8ClampedArray(worst.length * 4);
  for (const [at, difference] of worst.entries()) if (difference >= 0) writeHeat(data, at * 4, difference);
  return data;
}

function heatMap(worst: Float32Array): Uint8ClampedArray {
  const data = new Uint8ClampedArray(worst.length * 4);
  for (const [at, difference] of worst.entries()) {
    if (difference >= visibleDifference) writeHeat(data, at * 4, difference);
    else {
      data[at * 4] = dimming.red;
      data[at * 4 + 1] = dimming.green;
      data[at * 4 + 2] = dimming.blue;
      data[at * 4 + 3] = difference < 0 ? notKeptDimming : sameDimming;
    }
  }
  return data;
}

/** Of the kept pixels, from 0 to 1. */
export function differingShare({ kept, differing }: KeptFigures): number {
  return kept === 0 ? 0 : differing / kept;
}
