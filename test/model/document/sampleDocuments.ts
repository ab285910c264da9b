import fc from 'fast-check';
import type { Document } from '../../../src/model/document/document.ts';
import type { Region } from '../../../src/model/document/region.ts';
import { startAtTop } from '../../../src/model/geometry/polygon.ts';
import { intersectRects, type Rect, rectOfSize, type Size } from '../../../src/model/geometry/rect.ts';
import type { Ring } from '../../../src/model/geometry/rings/ring.ts';

/** A document with an image of 1200 × 800 px that fills its frame, but for what is given. */
export function documentWith(parts: {
  image?: Size | null;
  canvas?: Size;
  placement?: Rect;
  regions?: readonly Region[];
}): Document {
  const size = parts.image === undefined ? { width: 1200, height: 800 } : parts.image;
  const canvas = parts.canvas ?? size ?? { width: 1024, height: 1024 };
  return {
    image: size && { id: 'photo', name: 'photo.jpg', ...size },
    canvas,
    placement: parts.placement ?? rectOfSize(canvas),
    regions: parts.regions ?? [],
  };
}

export function regionOf(number: number, rings: readonly Ring[], isHidden = false): Region {
  return { id: `region-${number}`, name: `Region ${number}`, isHidden, rings };
}

/** The corners of a rectangle, clockwise as seen from the top left. */
export function rectRing(left: number, top: number, right: number, bottom: number): Ring {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** The regions with every ring starting at its top-left-most vertex, as normal form leaves the start open. */
export function regionsFromTop({ regions }: Document): Region[] {
  return regions.map((region) => ({ ...region, rings: region.rings.map(startAtTop) }));
}

const side = fc.integer({ min: 64, max: 4096 });
export const anyCanvas: fc.Arbitrary<Size> = fc.record({ width: side, height: side });

export const anyRect: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: -9000, max: 9000 }),
  y: fc.integer({ min: -9000, max: 9000 }),
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});

/** A document with an image that lies on its frame. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({ image: fc.record({ width: side, height: side }), canvas: anyCanvas, placement: anyRect })
  .filter(({ canvas, placement }) => intersectRects(placement, rectOfSize(canvas)) !== undefined)
  .map(documentWith);

/** What must hold of every document that an operation returns. */
export function brokenRules({ canvas, placement }: Document): string[] {
  const numbers = [...Object.values(canvas), ...Object.values(placement)];
  const sides = [canvas.width, canvas.height];
  const rules = {
    'whole numbers': numbers.every((value) => Number.isInteger(value) && !Object.is(value, -0)),
    'canvas within limits': sides.every((each) => each >= 64 && each <= 4096),
    'image overlaps the frame': intersectRects(placement, rectOfSize(canvas)) !== undefined,
  };
  return Object.entries(rules).flatMap(([name, holds]) => (holds ? [] : [name]));
}
