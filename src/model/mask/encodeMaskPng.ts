/**
 * A PNG writer for masks. A canvas's own encoder cannot be told to write 8-bit greyscale, and premultiplies alpha; so
 * the file is put together here, from the specification (https://www.w3.org/TR/png-3/): signature, IHDR, one IDAT, IEND.
 * Each row is stored as the difference from the row above (filter 2): rows of a mask are mostly alike, so the data are
 * mostly zeros, which the platform's deflate takes faster and smaller than the rows themselves.
 */
import type { MaskEncoding } from '../../contract/model.ts';
import type { Size } from '../geometry/rect.ts';
import { crc32 } from './crc32.ts';

/** The platform's zlib compression (RFC 1950), which the model, being pure, cannot reach. */
export type Deflate = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const filterUp = 2;

/** The bytes of one pixel. Alpha comes second, and equals the brightness: white is opaque, black transparent. */
const layouts: Record<MaskEncoding, { colourType: number; channels: 1 | 2 }> = {
  luminance: { colourType: 0, channels: 1 },
  alpha: { colourType: 4, channels: 2 },
};

/** A PNG file of `pixels`, one byte (0 or 255) each, row by row: white where 255, opaque black or clear elsewhere. */
export async function encodeMaskPng(
  pixels: Uint8Array,
  size: Size,
  encoding: MaskEncoding,
  deflate: Deflate,
): Promise<Uint8Array<ArrayBuffer>> {
  const { colourType, channels } = layouts[encoding];
  const data = await deflate(filterRows(pixels, size, channels));
  return concatenate([
    signature,
    chunk('IHDR', header(size, colourType)),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ]);
}

function filterRows(pixels: Uint8Array, { width, height }: Size, channels: 1 | 2): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (1 + width * channels));
  let at = 0;
  for (let y = 0; y < height; y++) {
    rows[at++] = filterUp;
    for (let i = y * width; i < (y + 1) * width; i++) {
      const difference = (pixels[i] ?? 0) - (pixels[i - width] ?? 0);
      rows[at++] = difference;
      if (channels === 2) rows[at++] = difference;
    }
  }
  return rows;
}

function header({ width, height }: Size, colourType: number): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  bytes.set([8, colourType], 8);
  return bytes;
}

/** Length, type, data, and a checksum over type and data. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    Array.from(type, (letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
