import fc from 'fast-check';
import type { PixelMask, Pixels } from '../../../src/model/pixels/pixels.ts';

type Compared = { readonly result: Pixels; readonly original: Pixels; readonly kept: PixelMask };

/** A result, its original and what was to be kept, of one small size; the original opaque. */
export const anyCompared: fc.Arbitrary<Compared> = fc
  .record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) })
  .chain(({ width, height }) => {
    const area = width * height;
    const picture = fc.array(fc.tuple(byte, byte, byte), { minLength: area, maxLength: area }).map(
      (colours): Pixels => ({
        width,
        height,
        data: Uint8ClampedArray.from(colours.flatMap((colour) => [...colour, 255])),
      }),
    );
    const kept = fc
      .array(fc.constantFrom(0, 1, 1, 1), { minLength: area, maxLength: area })
      .map((bits): PixelMask => ({ width, height, bits: Uint8Array.from(bits) }));
    return fc.record({ result: picture, original: picture, kept });
  });

const byte = fc.integer({ min: 0, max: 255 });

/** Of every pixel the squared distance to the nearest that is not kept, between centres, by looking at all of them. */
export function squaresByLooking({ width, bits }: PixelMask): number[] {
  const place = (at: number) => ({ x: at % width, y: Math.floor(at / width) });
  const unkept = [...bits.keys()].filter((at) => bits[at] === 0).map(place);
  return [...bits.keys()].map((at) => {
    const { x, y } = place(at);
    return Math.min(Infinity, ...unkept.map((other) => (other.x - x) ** 2 + (other.y - y) ** 2));
  });
}

export function pixelAt({ data }: Pixels, at: number): number[] {
  return [...data.subarray(at * 4, at * 4 + 4)];
}

/** All of one colour. */
export function plainPixels(width: number, height: number, colour: readonly number[]): Pixels {
  return {
    width,
    height,
    data: Uint8ClampedArray.from(Array.from({ length: width * height }, () => colour).flat()),
  };
}

export function keptWhere(
  width: number,
  height: number,
  isKept: (x: number, y: number) => boolean,
): PixelMask {
  return {
    width,
    height,
    bits: Uint8Array.from({ length: width * height }, (_, at) =>
      isKept(at % width, Math.floor(at / width)) ? 1 : 0,
    ),
  };
}
