/**
 * A PNG (third edition) as what must be known before its bytes may leave. Only what decoders use of a picture in 8-bit
 * sRGB is the picture; everything else (texts, times, EXIF, what comes after the end) is left out.
 */
import { subView, textAt } from './byteBlock.ts';
import { exifOrientation, hasGpsDirectory } from './exifOrientation.ts';
import { type ByteRange, type Extra, type FileFindings, joinRanges, type Obstacle } from './fileFindings.ts';

const signatureBytes = 8;
/** Length, kind and checksum. */
const frameBytes = 12;
const pictureKinds = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'sRGB', 'pHYs', 'sBIT', 'bKGD']);
const colourKinds = new Set(['iCCP', 'cICP', 'gAMA', 'cHRM', 'mDCV', 'cLLI']);
const textKinds = new Set(['tEXt', 'zTXt', 'iTXt']);
const palette = 3;
/** gAMA of sRGB, in hundred-thousandths; writers round it differently. */
const srgbGamma = 45_455;
const srgbGammaTolerance = 100;
/** cICP: sRGB's primaries and curve, RGB, full range (ITU-T H.273). */
const srgbCodes = '\x01\x0d\0\x01';
/** cHRM of sRGB: white point and primaries, x and y each, in hundred-thousandths. */
const srgbPoints = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000];

type Chunk = { readonly kind: string; readonly data: DataView };
type Notes = { readonly extras: Set<Extra>; readonly obstacles: Set<Obstacle> };

export function pngFindings(view: DataView): FileFindings {
  const notes: Notes = { extras: new Set(), obstacles: new Set() };
  const ranges: ByteRange[] = [[0, signatureBytes]];
  const kinds = new Set<string>();
  let offset = signatureBytes;
  for (const chunk of chunks(view)) {
    const end = offset + frameBytes + chunk.data.byteLength;
    kinds.add(chunk.kind);
    if (isPicture(chunk, notes)) ranges.push([offset, end]);
    offset = end;
  }
  if (!kinds.has('IEND') || !kinds.has('IHDR')) notes.obstacles.add('damaged');
  if (offset < view.byteLength) notes.extras.add('otherData');
  return { ...notes, picture: joinRanges(ranges) };
}

function* chunks(view: DataView): Generator<Chunk> {
  let offset = signatureBytes;
  while (offset + frameBytes <= view.byteLength) {
    const data = subView(view, offset + 8, view.getUint32(offset));
    const kind = textAt(view, offset + 4, 4);
    if (data === undefined || offset + frameBytes + data.byteLength > view.byteLength) return;
    yield { kind, data };
    if (kind === 'IEND') return;
    offset += frameBytes + data.byteLength;
  }
}

/** Whether a decoder uses the chunk; notes what it says otherwise. */
function isPicture({ kind, data }: Chunk, { extras, obstacles }: Notes): boolean {
  if (kind === 'IHDR') noteHeader(data, obstacles);
  if (pictureKinds.has(kind)) return true;
  if (colourKinds.has(kind)) {
    if (isOtherColours({ kind, data })) obstacles.add('profile');
    return true;
  }
  if (kind === 'tRNS') obstacles.add('coding');
  else if (kind === 'acTL') obstacles.add('animated');
  else if (kind === 'eXIf') noteExif(data, { extras, obstacles });
  else if (textKinds.has(kind) && textAt(data, 0, data.byteLength).includes('GPSL')) extras.add('location');
  extras.add('metadata');
  return false;
}

function noteHeader(data: DataView, obstacles: Set<Obstacle>) {
  if (data.byteLength < 13) obstacles.add('damaged');
  else if (data.getUint8(8) === 16) obstacles.add('depth');
  else if (data.getUint8(8) !== 8 || data.getUint8(9) === palette) obstacles.add('coding');
}

function noteExif(tiff: DataView, { extras, obstacles }: Notes) {
  if (exifOrientation(tiff) !== 1) obstacles.add('turned');
  if (hasGpsDirectory(tiff)) extras.add('location');
}

/** Whether the chunk gives the numbers another meaning than sRGB's. A profile's numbers are compressed: any counts as another. */
function isOtherColours({ kind, data }: Chunk): boolean {
  if (kind === 'iCCP' || kind === 'mDCV' || kind === 'cLLI') return true;
  if (kind === 'cICP') return textAt(data, 0, 4) !== srgbCodes;
  if (kind === 'gAMA') {
    return data.byteLength < 4 || Math.abs(data.getUint32(0) - srgbGamma) > srgbGammaTolerance;
  }
  if (kind !== 'cHRM') return false;
  return (
    data.byteLength < 32 || srgbPoints.some((value, at) => Math.abs(data.getUint32(4 * at) - value) > 100)
  );
}
