/**
 * Whether an ICC profile (ICC.1:2022) is sRGB. Its name is no proof: what counts are the primaries and the tone curve, as
 * they are in the profile, each within what its makers' roundings differ by.
 */
import { subView, textAt } from './byteBlock.ts';

const headerBytes = 128;
const entryBytes = 12;
/** A profile has some ten tags; more than this is none. */
const tagsMax = 100;

/** sRGB's primaries, adapted to D50 as profiles have them, in the order X, Y, Z. */
const primaries: Readonly<Record<string, readonly number[]>> = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
};
const primariesTolerance = 0.003;
/** A fortieth of an 8-bit step at the dark end, a whole one at the bright end. */
const curveTolerance = 0.003;
const curvePoints = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9];

export function isSrgbProfile(profile: DataView): boolean {
  const tags = tagsOf(profile);
  const hasTable = ['A2B0', 'A2B1', 'D2B0', 'D2B1'].some((name) => tags.has(name));
  if (textAt(profile, 36, 4) !== 'acsp' || hasTable) return false;
  const space = textAt(profile, 16, 4);
  if (space === 'GRAY') return isSrgbCurve(tags.get('kTRC'));
  if (space !== 'RGB ') return false;
  const hasPrimaries = Object.entries(primaries).every(([name, xyz]) => isXyz(tags.get(name), xyz));
  return hasPrimaries && ['rTRC', 'gTRC', 'bTRC'].every((name) => isSrgbCurve(tags.get(name)));
}

function tagsOf(profile: DataView): Map<string, DataView> {
  const tags = new Map<string, DataView>();
  if (profile.byteLength < headerBytes + 4) return tags;
  const count = Math.min(profile.getUint32(headerBytes), tagsMax);
  for (let index = 0; index < count; index++) {
    const entry = headerBytes + 4 + index * entryBytes;
    if (entry + entryBytes > profile.byteLength) break;
    const data = subView(profile, profile.getUint32(entry + 4), profile.getUint32(entry + 8));
    if (data) tags.set(textAt(profile, entry, 4), data);
  }
  return tags;
}

function isXyz(tag: DataView | undefined, expected: readonly number[]): boolean {
  if (tag === undefined || tag.byteLength < 20) return false;
  return expected.every((value, at) => Math.abs(fixed(tag, 8 + 4 * at) - value) < primariesTolerance);
}

function isSrgbCurve(tag: DataView | undefined): boolean {
  const curve = tag && curveOf(tag);
  return curvePoints.every((at) => Math.abs((curve?.(at) ?? -1) - srgbToLinear(at)) < curveTolerance);
}

function srgbToLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** A table (`curv`), or a parametric curve of the kinds that sRGB is written as (`para` 3 and 4); no other is needed. */
function curveOf(tag: DataView): ((value: number) => number) | undefined {
  const kind = textAt(tag, 0, 4);
  if (kind === 'para') return parametricCurve(tag);
  const count = kind === 'curv' && tag.byteLength >= 12 ? tag.getUint32(8) : 0;
  if (count < 2 || tag.byteLength < 12 + 2 * count) return undefined;
  const valueAt = (index: number) => tag.getUint16(12 + 2 * index) / 0xffff;
  return (value) => {
    const at = value * (count - 1);
    const low = Math.min(Math.floor(at), count - 2);
    return valueAt(low) + (at - low) * (valueAt(low + 1) - valueAt(low));
  };
}

function parametricCurve(tag: DataView): ((value: number) => number) | undefined {
  const isKnown = tag.byteLength >= 32 && (tag.getUint16(8) === 3 || tag.getUint16(8) === 4);
  if (!isKnown) return undefined;
  const offsets = [12, 16, 20, 24, 28, 32, 36].filter((at) => at + 4 <= tag.byteLength);
  const [g = 0, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = offsets.map((at) => fixed(tag, at));
  return (value) => (value >= d ? (a * value + b) ** g + e : c * value + f);
}

/** s15Fixed16Number. */
function fixed(view: DataView, offset: number): number {
  return view.getInt32(offset) / 0x10000;
}
