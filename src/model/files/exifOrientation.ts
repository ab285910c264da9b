/** 1 is upright; 2 to 8 mirror and turn, as in EXIF (CIPA DC-008, tag 0x0112). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const orientations: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
const orientationTag = 0x0112;
const gpsTag = 0x8825;
const shortType = 3;
const entryBytes = 12;

/** The orientation in EXIF data, a TIFF file of either byte order. Damaged or missing data counts as upright. */
export function exifOrientation(tiff: DataView): Orientation {
  for (const { tag, at, isLittle } of exifEntries(tiff)) {
    if (tag !== orientationTag) continue;
    if (tiff.getUint16(at + 2, isLittle) !== shortType) return 1;
    return orientations[tiff.getUint16(at + 8, isLittle) - 1] ?? 1;
  }
  return 1;
}

/** Whether the data say where the photograph was taken. */
export function hasGpsDirectory(tiff: DataView): boolean {
  return [...exifEntries(tiff)].some(({ tag }) => tag === gpsTag);
}

type ExifEntry = { readonly tag: number; readonly at: number; readonly isLittle: boolean };

/** The entries of the first directory, the image's own. */
function* exifEntries(tiff: DataView): Generator<ExifEntry> {
  if (tiff.byteLength < 8) return;
  const byteOrder = tiff.getUint16(0);
  const isLittle = byteOrder === 0x4949;
  if ((!isLittle && byteOrder !== 0x4d4d) || tiff.getUint16(2, isLittle) !== 42) return;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return;
  const entryCount = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < entryCount; index++) {
    const at = directory + 2 + index * entryBytes;
    if (at + entryBytes > tiff.byteLength) return;
    yield { tag: tiff.getUint16(at, isLittle), at, isLittle };
  }
}
