import type { Area } from '../../contract/area.ts';
import type { Document, SourceImage } from '../document/document.ts';
import { isSameSize, rectOfSize, type Size } from '../geometry/rect.ts';
import { normaliseRings } from '../geometry/rings/normaliseRings.ts';
import type { Ring, Rings } from '../geometry/rings/ring.ts';
import { roundPx } from '../geometry/scalar.ts';
import { hasTooManyCrossings } from './hasTooManyCrossings.ts';
import type { MaskFrameKind } from './maskFrame.ts';
import { type MaskFrame, maskFrame } from './maskFrame.ts';
import { type AreasRefusal, areasRefusal, readAreas, ringOfArea } from './readAreas.ts';

/** The rings of each region to be added: image px, in normal form, none without area. */
type RingsRead = { readonly kind: 'read'; readonly ringsOfEach: readonly Rings[] };

/** Image px; far beyond any image, and small enough for geometry to stay exact. */
const reachMax = 1_000_000;

/**
 * The regions of the areas in a text: the JSON of a list of areas, of a mask, or of a whole request. Slits to holes are
 * closed, so that areas which this editor sent become the regions that they were.
 *
 * An area is measured in the frame whose size it names, the frame chosen in the settings first: the image as it is sent,
 * or the canvas. One of another size, such as that of the same image at another resolution, is stretched to the image.
 */
export function areasToRings(
  text: string,
  document: Document,
  kind: MaskFrameKind,
): RingsRead | AreasRefusal {
  const { image } = document;
  if (image === null) return areasRefusal({ reason: 'areasWithoutImage' });
  const read = readAreas(text);
  if (read.kind === 'refused') return read;
  const frames = [maskFrame(document, kind), maskFrame(document, kind === 'image' ? 'canvas' : 'image')];
  const rings = read.areas.map((area) => toImagePx(ringOfArea(area), frameOfArea(area, frames, image)));
  if (rings.some(reachesTooFar)) return areasRefusal({ reason: 'areasFarOff' });
  if (hasTooManyCrossings(rings)) return areasRefusal({ reason: 'areasTangled' });
  const ringsOfEach = rings.map((ring) => normaliseRings([ring])).filter((each) => each.length > 0);
  return ringsOfEach.length === 0
    ? areasRefusal({ reason: 'areasEncloseNothing' })
    : { kind: 'read', ringsOfEach };
}

function frameOfArea(area: Area, frames: readonly MaskFrame[], image: SourceImage): MaskFrame {
  return frames.find(({ size }) => isSameSize(size, area)) ?? stretchedFrame(area, image);
}

function stretchedFrame({ width, height }: Size, image: Size): MaskFrame {
  const scale = { x: width / image.width, y: height / image.height };
  return { size: { width, height }, scale, offset: { x: 0, y: 0 }, photo: rectOfSize({ width, height }) };
}

/** In whole image px. */
function toImagePx(ring: Ring, { scale, offset }: MaskFrame): Ring {
  return ring.map(({ x, y }) => ({
    x: roundPx((x - offset.x) / scale.x),
    y: roundPx((y - offset.y) / scale.y),
  }));
}

function reachesTooFar(ring: Ring): boolean {
  return ring.some(({ x, y }) => Math.abs(x) > reachMax || Math.abs(y) > reachMax);
}
