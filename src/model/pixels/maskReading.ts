import type { PixelMask, Pixels } from './pixels.ts';

type MaskChannel = 'luminance' | 'alpha' | 'red' | 'green' | 'blue';

/** Which pixels of a picture are masked: those whose channel, 0 to 255, is at least the threshold. */
export type MaskReading = { readonly channel: MaskChannel | 'auto'; readonly threshold: number };

export const defaultMaskReading: MaskReading = { channel: 'auto', threshold: 128 };

/** What a picture is as a mask. */
export type MaskDescription = {
  /** The channel that `auto` stands for: alpha where the picture is really transparent somewhere, else luminance. */
  readonly channel: MaskChannel;
  /** Whether almost every pixel is clearly in or out there, so that nothing needs to be chosen. */
  readonly isBlackAndWhite: boolean;
};

/** How far from black or white a compressed file's pixels may be, and how many of its pixels may be further: edges. */
const plainDeviation = 32;
const plainShare = 0.98;

export function describeMask(pixels: Pixels): MaskDescription {
  const channel = isTransparentSomewhere(pixels) ? 'alpha' : 'luminance';
  const channels = channel === 'alpha' ? [3] : [0, 1, 2];
  const { data } = pixels;
  let plain = 0;
  for (let start = 0; start < data.length; start += 4) {
    const isNear = (target: number) =>
      channels.every((offset) => Math.abs((data[start + offset] ?? 0) - target) <= plainDeviation);
    if (isNear(0) || isNear(255)) plain += 1;
  }
  return { channel, isBlackAndWhite: plain * 4 >= data.length * plainShare };
}

/** The masked pixels. Colours count as they look on black, so that what is transparent is not masked by them. */
export function readMask(pixels: Pixels, { channel, threshold }: MaskReading): PixelMask {
  const { width, height, data } = pixels;
  const weights = weightsOf[channel === 'auto' ? describeMask(pixels).channel : channel];
  const bits = new Uint8Array(width * height);
  for (let pixel = 0; pixel < bits.length; pixel++) {
    if (channelValue(data, pixel * 4, weights) >= threshold) bits[pixel] = 1;
  }
  return { width, height, bits };
}

/** What each colour counts for, null for alpha alone; luminance as of ITU-R BT.709. */
const weightsOf: Readonly<Record<MaskChannel, readonly [number, number, number] | null>> = {
  luminance: [0.2126, 0.7152, 0.0722],
  alpha: null,
  red: [1, 0, 0],
  green: [0, 1, 0],
  blue: [0, 0, 1],
};

function channelValue(
  data: Uint8ClampedArray,
  start: number,
  weights: readonly [number, number, number] | null,
): number {
  const alpha = data[start + 3] ?? 0;
  if (weights === null) return alpha;
  const [red, green, blue] = weights;
  const colour = red * (data[start] ?? 0) + green * (data[start + 1] ?? 0) + blue * (data[start + 2] ?? 0);
  return Math.round((colour * alpha) / 255);
}

function isTransparentSomewhere({ data }: Pixels): boolean {
  for (let offset = 3; offset < data.length; offset += 4) if ((data[offset] ?? 0) < 128) return true;
  return false;
}
