import type { Area } from '../../contract/area.ts';
import type { Document, SourceImage } from '../document/document.ts';
import type { Point } from '../geometry/point.ts';
import { isSameSize, rectOfSize, type Size } from '../geometry/rect.ts';
import { normaliseRings } from '../geometry/rings/normaliseRings.ts';
import type { Ring, Rings } from '../geometry/rings/ring.ts';
import { roundPx } from '../geometry/scalar.ts';
import { hasTooManyCrossings } from './hasTooManyCrossings.ts';
import type { MaskFrameKind } from './maskFrame.ts';
import { type MaskFrame, maskFrame } from './maskFrame.ts';
import { type AreasRefusal, areasRefusal, readAreas, ringOfArea } from './readAreas.ts';

/** The rings of each region to be added: image px, in normal form, none without area. */
type RingsRead = {
  readonly kind: 'read';
  readonly ringsOfEach: readonly Rings[];
} & AreaLosses;

/** What regions are without of the areas that they were made from. */
export type AreaLosses = {
  /** How many vertices did not lie on whole px of the image. */
  readonly roundedVertices: number;
  /** How many shapes are no polygons. */
  readonly leftOut: number;
};

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
  const read = readAreas(text, image);
  if (read.kind === 'refused') return read;
  const frames = [maskFrame(document, kind), maskFrame(document, kind === 'image' ? 'canvas' : 'image')];
  const exact = read.areas.map((area) => toImagePx(ringOfArea(area), frameOfArea(area, frames, image)));
  const rings = exact.map((ring) => ring.map(wholePoint));
  if (rings.some(reachesTooFar)) return areasRefusal({ reason: 'areasFarOff' });
  if (hasTooManyCrossings(rings)) return areasRefusal({ reason: 'areasTangled' });
  const ringsOfEach = rings.map((ring) => normaliseRings([ring])).filter((each) => each.length > 0);
  return ringsOfEach.length === 0
    ? areasRefusal({ reason: 'areasEncloseNothing' })
    : {
        kind: 'read',
        ringsOfEach,
        roundedVertices: exact.flat().filter((point) => !isWhole(point)).length,
        leftOut: read.leftOut,
      };
}

function frameOfArea(area: Area, frames: readonly MaskFrame[], image: SourceImage): MaskFrame {
  return frames.find(({ size }) => isSameSize(size, area)) ?? stretchedFrame(area, image);
}

function stretchedFrame({ width, height }: Size, image: Size): MaskFrame {
  const scale = { x: width / image.width, y: height / image.height };
  return { size: { width, height }, scale, offset: { x: 0, y: 0 }, photo: rectOfSize({ width, height }) };
}

function toImagePx(ring: Ring, { scale, offset }: MaskFrame): Ring {
  return ring.map(({ x, y }) => ({ x: (x - offset.x) / scale.x, y: (y - offset.y) / scale.y }));
}

function wholePoint({ x, y }: Point): Point {
  return { x: roundPx(x), y: roundPx(y) };
}

/** Image px. What scaling alone makes of whole px differs by less. */
const exactness = 1e-6;

function isWhole({ x, y }: Point): boolean {
  return Math.abs(x - Math.round(x)) < exactness && Math.abs(y - Math.round(y)) < exactness;
}

function reachesTooFar(ring: Ring): boolean {
  return ring.some(({ x, y }) => Math.abs(x) > reachMax || Math.abs(y) > reachMax);
}
