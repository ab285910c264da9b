/**
 * A JPEG (ITU T.81) as what must be known before its bytes may leave: segments up to the scan, scans and the segments
 * between them, and whatever a camera hangs behind the end (a motion photo's video, a second picture). Only what decoders
 * need is the picture: tables, frames and scans, JFIF's and Adobe's headers, and a profile that is sRGB.
 */
import { dataViewOf, subView, textAt } from './byteBlock.ts';
import { exifOrientation, hasGpsDirectory } from './exifOrientation.ts';
import { type ByteRange, type Extra, type FileFindings, joinRanges, type Obstacle } from './fileFindings.ts';
import { isSrgbProfile } from './iccProfile.ts';

const startOfScan = 0xda;
const endOfImage = 0xd9;
const comment = 0xfe;
const exifPrefix = 'Exif\0\0';
const profilePrefix = 'ICC_PROFILE\0';
/** After the prefix: the number of the part, and how many there are. */
const profileHeadBytes = profilePrefix.length + 2;

type Segment = { readonly marker: number; readonly data: DataView };

/** What has been found so far. `profile`: the segments that it is in. */
type Findings = {
  readonly extras: Set<Extra>;
  readonly obstacles: Set<Obstacle>;
  readonly ranges: ByteRange[];
  readonly profile: DataView[];
  frames: number;
};

export function jpegFindings(view: DataView): FileFindings {
  const findings: Findings = {
    extras: new Set(),
    obstacles: new Set(),
    ranges: [[0, 2]],
    profile: [],
    frames: 0,
  };
  const end = readSegments(view, findings);
  if (end === undefined || findings.frames !== 1) findings.obstacles.add('damaged');
  else if (end < view.byteLength) findings.extras.add('otherData');
  if (findings.profile.length > 0 && !isSrgbProfile(joinParts(findings.profile))) {
    findings.obstacles.add('profile');
  }
  const { extras, obstacles, ranges } = findings;
  return { extras, obstacles, picture: joinRanges(ranges) };
}

/** The offset after the end of the image; undefined where that is missing. */
function readSegments(view: DataView, findings: Findings): number | undefined {
  let offset = 2;
  while (offset + 1 < view.byteLength) {
    if (view.getUint8(offset) !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === endOfImage) {
      findings.ranges.push([offset, offset + 2]);
      return offset + 2;
    }
    const data = offset + 4 <= view.byteLength && segmentData(view, offset);
    if (!data) return undefined;
    let end = offset + 4 + data.byteLength;
    if (marker === startOfScan) end = scanEnd(view, end);
    if (isPicture({ marker, data }, findings)) findings.ranges.push([offset, end]);
    offset = end;
  }
  return undefined;
}

function segmentData(view: DataView, offset: number): DataView | undefined {
  const length = view.getUint16(offset + 2);
  return length < 2 ? undefined : subView(view, offset + 4, length - 2);
}

/** Where the next marker is that is neither a stuffed zero nor a restart. */
function scanEnd(view: DataView, start: number): number {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  let at = bytes.indexOf(0xff, start);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

/** Whether a decoder needs the segment; notes what it says otherwise. */
function isPicture(segment: Segment, findings: Findings): boolean {
  const { marker, data } = segment;
  if (marker === comment || (marker >= 0xe0 && marker <= 0xef)) return isPictureHeader(segment, findings);
  if (isStartOfFrame(marker)) noteFrame(marker, data, findings);
  return true;
}

function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Baseline, extended and progressive Huffman coding are what every reader knows (SOF0 to SOF2). */
function noteFrame(marker: number, data: DataView, findings: Findings) {
  findings.frames += 1;
  if (data.byteLength < 6 || data.getUint16(1) === 0) {
    findings.obstacles.add('damaged');
    return;
  }
  const components = data.getUint8(5);
  if (data.getUint8(0) !== 8) findings.obstacles.add('depth');
  if (components === 4) findings.obstacles.add('cmyk');
  else if ((components !== 1 && components !== 3) || marker > 0xc2) findings.obstacles.add('coding');
}

function isPictureHeader({ marker, data }: Segment, { extras, obstacles, profile }: Findings): boolean {
  const starts = (prefix: string) => textAt(data, 0, prefix.length) === prefix;
  if (marker === 0xe0 && starts('JFIF\0') && !hasThumbnail(data)) return true;
  if (marker === 0xee && starts('Adobe')) return true;
  if (marker === 0xe2 && starts(profilePrefix) && data.byteLength >= profileHeadBytes) {
    profile.push(data);
    return true;
  }
  extras.add('metadata');
  if (marker === 0xe1 && starts(exifPrefix)) {
    const tiff = new DataView(
      data.buffer,
      data.byteOffset + exifPrefix.length,
      data.byteLength - exifPrefix.length,
    );
    if (exifOrientation(tiff) !== 1) obstacles.add('turned');
    if (hasGpsDirectory(tiff)) extras.add('location');
  } else if (marker === 0xe1 && hasGpsWords(data)) extras.add('location');
  return false;
}

/** Its last two bytes before the pixels say how large it is. */
function hasThumbnail(jfif: DataView): boolean {
  return jfif.byteLength >= 14 && jfif.getUint16(12) !== 0;
}

/** XMP names its properties in plain text: `exif:GPSLatitude`. */
function hasGpsWords(data: DataView): boolean {
  return textAt(data, 0, data.byteLength).includes('GPSL');
}

function joinParts(parts: readonly DataView[]): DataView {
  const inOrder = parts.toSorted(
    (a, b) => a.getUint8(profilePrefix.length) - b.getUint8(profilePrefix.length),
  );
  const bytes = new Uint8Array(inOrder.reduce((sum, part) => sum + part.byteLength - profileHeadBytes, 0));
  let at = 0;
  for (const part of inOrder) {
    const length = part.byteLength - profileHeadBytes;
    bytes.set(new Uint8Array(part.buffer, part.byteOffset + profileHeadBytes, length), at);
    at += length;
  }
  return dataViewOf(bytes);
}
