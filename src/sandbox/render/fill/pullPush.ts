/**
 * Fills the unknown pixels of a picture smoothly from its known ones. Spreading colours outwards pixel by pixel leaves
 * streaks and takes as many passes as the hole is wide. So the picture is halved again and again, averaging what is
 * known ("pull"), until nothing is unknown; then each resolution takes over, where it knows nothing, what the coarser
 * one has ("push"), and a few rounds of averaging with the neighbours remove the coarser one's blocks.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { halveToOnePixel, type Octave } from './octave.ts';
import { sampleOctave } from './sampleOctave.ts';

const relaxationRounds = 6;
const neutralGrey = 128;

/** The picture at every resolution, the finest first, all without holes. Fills `finest` in place. */
export async function pullPush(finest: Octave): Promise<readonly Octave[]> {
  const octaves = await halveToOnePixel(finest);
  const fromCoarse = octaves.toReversed();
  const coarsest = fromCoarse[0];
  if (coarsest?.known[0] === 0) coarsest.colors.fill(neutralGrey);
  for (const [index, fine] of fromCoarse.entries()) {
    const coarse = fromCoarse[index - 1];
    if (coarse) await fillFrom(coarse, fine);
  }
  return octaves;
}

async function fillFrom(coarse: Octave, fine: Octave): Promise<void> {
  const unknown = unknownPixels(fine);
  for (const at of unknown) {
    const x = (at % fine.width) + 0.5;
    const y = Math.floor(at / fine.width) + 0.5;
    sampleOctave(coarse, x / 2, y / 2, fine.colors, at * 3);
  }
  for (let round = 0; round < relaxationRounds; round++) {
    await yieldToEventLoop();
    relax(fine, unknown);
  }
}

function unknownPixels({ known }: Octave): Uint32Array {
  const pixels = new Uint32Array(known.length);
  let count = 0;
  for (let at = 0; at < known.length; at++) {
    if (known[at] === 0) pixels[count++] = at;
  }
  return pixels.subarray(0, count);
}

/** Moves each unknown pixel to the mean of its four neighbours; beyond the picture's edge, it is its own neighbour. */
function relax({ width, height, colors }: Octave, unknown: Uint32Array): void {
  for (const at of unknown) {
    const x = at % width;
    const left = x > 0 ? at - 1 : at;
    const right = x < width - 1 ? at + 1 : at;
    const above = at >= width ? at - width : at;
    const below = at < width * (height - 1) ? at + width : at;
    for (let channel = 0; channel < 3; channel++) {
      colors[at * 3 + channel] =
        ((colors[left * 3 + channel] ?? 0) +
          (colors[right * 3 + channel] ?? 0) +
          (colors[above * 3 + channel] ?? 0) +
          (colors[below * 3 + channel] ?? 0)) /
        4;
    }
  }
}
