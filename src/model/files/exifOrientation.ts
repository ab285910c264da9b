/** 1 is upright; 2 to 8 mirror and turn, as in EXIF (CIPA DC-008, tag 0x0112). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const orientations: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
const orientationTag = 0x0112;
const shortType = 3;
const entryBytes = 12;

/** The orientation in EXIF data, a TIFF file of either byte order. Damaged or missing data counts as upright. */
export function exifOrientation(tiff: DataView): Orientation {
  if (tiff.byteLength < 8) return 1;
  const byteOrder = tiff.getUint16(0);
  const isLittle = byteOrder === 0x4949;
  if (!isLittle && byteOrder !== 0x4d4d) return 1;
  if (tiff.getUint16(2, isLittle) !== 42) return 1;
  return orientationInDirectory(tiff, tiff.getUint32(4, isLittle), isLittle);
}

function orientationInDirectory(tiff: DataView, directory: number, isLittle: boolean): Orientation {
  if (directory + 2 > tiff.byteLength) return 1;
  const entryCount = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < entryCount; index++) {
    const entry = directory + 2 + index * entryBytes;
    if (entry + entryBytes > tiff.byteLength) return 1;
    if (tiff.getUint16(entry, isLittle) !== orientationTag) continue;
    if (tiff.getUint16(entry + 2, isLittle) !== shortType) return 1;
    return orientations[tiff.getUint16(entry + 8, isLittle) - 1] ?? 1;
  }
  return 1;
}
