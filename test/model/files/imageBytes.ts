import { crc32 } from '../../../src/model/mask/crc32.ts';

/** EXIF data whose only entry is the orientation, in either byte order. */
export function exifWithOrientation(orientation: number, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, isLittle);
  view.setUint32(4, 8, isLittle);
  view.setUint16(8, 1, isLittle);
  view.setUint16(10, 0x0112, isLittle);
  view.setUint16(12, 3, isLittle);
  view.setUint32(14, 1, isLittle);
  view.setUint16(18, orientation, isLittle);
  return new Uint8Array(view.buffer);
}

/** The JPEG with an EXIF segment put right after its start. */
export function jpegWithOrientation(
  jpeg: Uint8Array,
  orientation: number,
  isLittle: boolean,
): Uint8Array<ArrayBuffer> {
  const exif = exifWithOrientation(orientation, isLittle);
  const length = 2 + 6 + exif.length;
  const segment = [0xff, 0xe1, length >> 8, length & 0xff, ...characterCodes('Exif\0\0'), ...exif];
  return new Uint8Array([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2)]);
}

/** A PNG chunk; its checksum is left zero, which header readers do not look at. */
export function pngChunk(kind: string, data: Uint8Array): number[] {
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, data.length);
  return [...new Uint8Array(length.buffer), ...characterCodes(kind), ...data, 0, 0, 0, 0];
}

/** The PNG with EXIF data after its header. */
export function pngWithOrientation(png: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const exif = pngChunk('eXIf', exifWithOrientation(orientation, true));
  const checksum = crc32(new Uint8Array(exif.slice(4, -4)));
  const sum = [checksum >>> 24, checksum >>> 16, checksum >>> 8, checksum].map((byte) => byte & 0xff);
  return new Uint8Array([...png.subarray(0, 33), ...exif.slice(0, -4), ...sum, ...png.subarray(33)]);
}

/** An extended WebP of a simple one, with EXIF data. */
export function webpWithOrientation(webp: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const pixels = webp.subarray(12);
  const exif = webpChunk('EXIF', exifWithOrientation(orientation, true));
  const body = [...characterCodes('WEBP')];
  if (webp[15] === 0x58) body.push(...pixels);
  else body.push(...webpChunk('VP8X', new Uint8Array([0x08, 0, 0, 0, 59, 0, 0, 39, 0, 0])), ...pixels);
  if (webp[15] === 0x58) body[12] = (body[12] ?? 0) | 0x08;
  body.push(...exif);
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, body.length, true);
  return new Uint8Array([...characterCodes('RIFF'), ...new Uint8Array(length.buffer), ...body]);
}

/** A RIFF chunk, padded to an even length. */
export function webpChunk(kind: string, data: Uint8Array): number[] {
  return [...characterCodes(kind), data.length, 0, 0, 0, ...data, ...(data.length % 2 ? [0] : [])];
}

function characterCodes(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
