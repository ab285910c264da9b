import type { ImageMimeType } from '../../contract/imageType.ts';
import { dataViewOf } from './byteBlock.ts';
import { jpegFindings } from './jpegFindings.ts';
import { pngFindings } from './pngFindings.ts';

/** What is beside the picture, and can be left out without touching it. */
export type Extra = 'location' | 'metadata' | 'otherData';

/** What readers may see differently than the stage shows it, so that the picture must be encoded anew. */
export type Obstacle =
  | 'format'
  | 'animated'
  | 'turned'
  | 'profile'
  | 'cmyk'
  | 'depth'
  | 'coding'
  | 'damaged'
  /** Of its size in px, and in bytes. */
  | 'large'
  | 'heavy';

/** From the first to before the last byte. */
export type ByteRange = readonly [start: number, end: number];

/** What a file has beside an upright picture of 8 bits in sRGB, and the parts that are that picture. */
export type FileFindings = {
  readonly extras: ReadonlySet<Extra>;
  readonly obstacles: ReadonlySet<Obstacle>;
  readonly picture: readonly ByteRange[];
};

const readers: Partial<Record<string, (view: DataView) => FileFindings>> = {
  'image/jpeg': jpegFindings,
  'image/png': pngFindings,
} satisfies Partial<Record<ImageMimeType, unknown>>;

/** Reads a whole file of that type. Total: any bytes give findings, in linear time. */
export function fileFindings(bytes: Uint8Array, type: string): FileFindings {
  const read = readers[type];
  return read ? read(dataViewOf(bytes)) : { extras: new Set(), obstacles: new Set(['format']), picture: [] };
}

/** Ranges that follow each other at once become one. */
export function joinRanges(ranges: readonly ByteRange[]): ByteRange[] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last?.[1] === start) last[1] = end;
    else joined.push([start, end]);
  }
  return joined;
}
