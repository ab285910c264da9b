import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Document, emptyDocument } from '../../../src/model/document/document.ts';
import type { Point } from '../../../src/model/geometry/point.ts';
import type { Ring } from '../../../src/model/geometry/rings/ring.ts';
import { layoutOf } from '../../../src/model/request/layout.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { anyDocument, documentWith, rectRing, regionOf } from '../document/sampleDocuments.ts';

describe('the layout', () => {
  test('tells margins, pixels and shares of an image inside its frame', () => {
    const document = documentWith({
      image: { width: 100, height: 100 },
      canvas: { width: 1000, height: 800 },
      placement: { x: 100, y: 200, width: 400, height: 400 },
      regions: [regionOf(1, [rectRing(0, 0, 50, 100)]), regionOf(2, [rectRing(0, 0, 100, 100)], true)],
    });
    expect(layoutOf(document)).toEqual({
      margins: { top: 200, right: 500, bottom: 200, left: 100 },
      overhang: { top: 0, right: 0, bottom: 0, left: 0 },
      pixels: { kept: 80_000, repainted: 80_000, generated: 640_000 },
      shares: { kept: 0.1, repainted: 0.1, generated: 0.8 },
    });
  });

  test('tells how far an image reaches beyond its frame, and counts only what is on it', () => {
    const document = documentWith({
      image: { width: 100, height: 100 },
      canvas: { width: 100, height: 100 },
      placement: { x: -50, y: 10, width: 100, height: 100 },
      regions: [regionOf(1, [rectRing(-20, -20, 60, 60)])],
    });
    expect(layoutOf(document)).toMatchObject({
      margins: { top: 10, right: 50, bottom: 0, left: 0 },
      overhang: { top: 0, right: 0, bottom: 10, left: 50 },
      pixels: { kept: 50 * 90 - 10 * 60, repainted: 10 * 60, generated: 100 * 100 - 50 * 90 },
    });
  });

  test('is counted once for a document', () => {
    const document = documentWith({});
    expect(layoutOf(document)).toBe(layoutOf(document));
    expect(layoutOf({ ...document })).not.toBe(layoutOf(document));
  });

  test('without an image is all to be generated', () => {
    expect(layoutOf(emptyDocument).pixels).toEqual({ kept: 0, repainted: 0, generated: 1024 * 1024 });
  });

  test('has shares that sum to one and pixels that sum to the canvas', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { pixels, shares } = layoutOf(document);
        const { width, height } = document.canvas;
        expect(pixels.kept + pixels.repainted + pixels.generated).toBe(width * height);
        expect(shares.kept + shares.repainted + shares.generated).toBeCloseTo(1, 12);
      }),
    );
  });

  test('counts what asking every single pixel would count', () => {
    fc.assert(
      fc.property(anySmallDocument, (document) => {
        expect(layoutOf(document).pixels).toEqual(pixelsOneByOne(document));
      }),
      { numRuns: propertyRuns(50) },
    );
  });
});

const side = fc.integer({ min: 4, max: 30 });
const anySize = fc.record({ width: side, height: side });
const offset = fc.integer({ min: -15, max: 15 });
const anyRing = fc.array(
  fc.record({ x: fc.integer({ min: -5, max: 35 }), y: fc.integer({ min: -5, max: 35 }) }),
  {
    minLength: 3,
    maxLength: 7,
  },
);
/** Scaled by powers of two, so that no rounding error moves a pixel centre off an edge that it lies on. */
const anySmallDocument = fc
  .record({
    image: anySize,
    canvas: anySize,
    x: offset,
    y: offset,
    factor: fc.constantFrom(1, 2, 0.5),
    rings: fc.array(anyRing, { maxLength: 3 }),
  })
  .map(({ image, canvas, x, y, factor, rings }) => {
    const even = { width: 2 * Math.ceil(image.width / 2), height: 2 * Math.ceil(image.height / 2) };
    const placement = { x, y, width: even.width * factor, height: even.height * factor };
    const regions = rings.map((ring, index) => regionOf(index + 1, [ring], index === 2));
    return documentWith({ image: even, canvas, placement, regions });
  });

function pixelsOneByOne({ image, canvas, placement, regions }: Document) {
  const count = { kept: 0, repainted: 0, generated: 0 };
  const scale = placement.width / (image?.width ?? 1);
  const rings = regions.filter((region) => !region.isHidden).flatMap((region) => region.rings);
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const inImage = { x: (x + 0.5 - placement.x) / scale, y: (y + 0.5 - placement.y) / scale };
      const isOnImage =
        x >= placement.x &&
        x < placement.x + placement.width &&
        y >= placement.y &&
        y < placement.y + placement.height;
      if (!isOnImage) count.generated++;
      else if (windingOf(inImage, rings) !== 0) count.repainted++;
      else count.kept++;
    }
  }
  return count;
}

/** By the sum of signed crossings of a ray to the left: independent of the scan-line rasteriser's way. */
function windingOf(point: Point, rings: readonly Ring[]): number {
  let winding = 0;
  for (const ring of rings) {
    ring.forEach((a, index) => {
      const b = ring[(index + 1) % ring.length] ?? a;
      if (a.y <= point.y === b.y <= point.y) return;
      const x = a.x + ((point.y - a.y) * (b.x - a.x)) / (b.y - a.y);
      if (x <= point.x) winding += a.y < b.y ? 1 : -1;
    });
  }
  return winding;
}
