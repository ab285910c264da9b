import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleRings } from '../../../../src/model/document/region.ts';
import { normaliseRings } from '../../../../src/model/geometry/rings/normaliseRings.ts';
import type { Rings } from '../../../../src/model/geometry/rings/ring.ts';
import {
  fillHoles,
  growRegions,
  smoothRegions,
} from '../../../../src/model/mask/operations/reshapeRegions.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { documentWith, rectRing, regionOf, regionsFromTop } from '../../document/sampleDocuments.ts';
import { box, nastyCases, normalFormFaults, ringFrom, star } from '../../geometry/rings/ringFixtures.ts';
import {
  anyRegions,
  distanceToRings,
  documentOf,
  idsOf,
  maskPicture,
  orthogonalDocument,
  signedDistance,
} from './oracle.ts';

const square = documentWith({ regions: [regionOf(1, [rectRing(100, 100, 140, 140)])] });

/** Points on a grid around the 40 × 40 px image. */
const grid = Array.from({ length: 20 * 20 }, (_, i) => ({
  x: 3 * (i % 20) - 10 + 0.5,
  y: 3 * Math.floor(i / 20) - 10 + 0.5,
}));

describe('growing and shrinking', () => {
  test('moves straight edges by exactly that many pixels', () => {
    const [region] = growRegions(square, ['region-1'], 10).regions;
    const xs = region?.rings.flat().map(({ x }) => x) ?? [];
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([90, 150]);
    expect(regionsFromTop(growRegions(square, ['region-1'], -10))).toEqual([
      regionOf(1, [rectRing(110, 110, 130, 130)]),
    ]);
  });

  test('closes a hole and removes a region that vanish', () => {
    const framed = documentOf([[box(0, 0, 40, 40), box(10, 10, 6, 6).toReversed()], [box(0, 0, 5, 5)]]);
    expect(growRegions(framed, ['region-1'], 4).regions[0]?.rings).toHaveLength(1);
    expect(idsOf(growRegions(framed, idsOf(framed), -3))).toEqual(['region-1']);
  });

  test('by nothing is the same document', () => {
    expect(growRegions(square, ['region-1'], 0)).toBe(square);
    expect(growRegions(square, ['region-2'], 5)).toBe(square);
  });

  test('leaves hidden regions alone', () => {
    const document = documentWith({ regions: [regionOf(1, [rectRing(0, 0, 9, 9)], true)] });
    expect(growRegions(document, ['region-1'], 5)).toBe(document);
  });

  test('holds what is within the distance, to one pixel', () => {
    fc.assert(
      fc.property(orthogonalDocument, fc.integer({ min: -6, max: 12 }), (document, px) => {
        const [region] = document.regions;
        fc.pre(region !== undefined && px !== 0);
        const grown = growRegions(document, [region.id], px).regions.find(({ id }) => id === region.id);
        const wrong = grid.filter((point) => {
          const away = signedDistance(point, region.rings) - px;
          return Math.abs(away) > 1 && away < 0 !== signedDistance(point, grown?.rings ?? []) < 0;
        });
        expect(wrong).toEqual([]);
        expect(normalFormFaults(grown?.rings ?? [])).toEqual([]);
      }),
      { numRuns: propertyRuns(12) },
    );
  });

  test('out and back in again never loses a region, nor shrinking one wider than twice the distance', () => {
    fc.assert(
      fc.property(anyRegions, fc.integer({ min: 1, max: 12 }), (document, px) => {
        const ids = idsOf(document);
        const back = growRegions(growRegions(document, ids, px), ids, -px);
        const isWide = (rings: Rings) => grid.some((point) => signedDistance(point, rings) < -px - 1);
        const wide = document.regions.filter(({ rings }) => isWide(rings)).map(({ id }) => id);
        expect(idsOf(back)).toEqual(expect.arrayContaining(wide));
        expect(idsOf(growRegions(document, ids, -px))).toEqual(expect.arrayContaining(wide));
      }),
      { numRuns: propertyRuns(12) },
    );
  });
});

describe('smoothing', () => {
  test('turns the steps of a traced slope into a straight edge', () => {
    const steps = Array.from({ length: 100 }, (_, i) => [2 * i, i, 2 * i + 2, i]).flat();
    const [region] = smoothRegions(
      documentOf([[ringFrom(...steps, 200, 300, 0, 300)]]),
      ['region-1'],
      8,
    ).regions;
    const inner = region?.rings.flat().filter(({ x, y }) => x > 20 && x < 180 && y < 200) ?? [];
    expect(inner.length).toBeLessThan(8);
  });

  test('rounds corners and keeps straight edges where they are', () => {
    const [region] = smoothRegions(square, ['region-1'], 10).regions;
    const points = region?.rings.flat() ?? [];
    expect(points.filter(({ y }) => y === 100).length).toBeGreaterThanOrEqual(2);
    expect(points).not.toContainEqual({ x: 100, y: 100 });
  });

  test('keeps a region that is one pixel', () => {
    const pixel = documentOf([[box(7, 9, 1, 1)]]);
    expect(smoothRegions(pixel, ['region-1'], 20)).toBe(pixel);
  });

  test('moves no outline by more than half the radius and 1.2 px, in normal form', () => {
    const stars = fc
      .tuple(fc.integer({ min: 3, max: 24 }), fc.integer({ min: 12, max: 300 }))
      .map(([count, radius]) => normaliseRings([star(count * 2, { x: 300, y: 300 }, radius)]));
    fc.assert(
      fc.property(stars, fc.integer({ min: 1, max: 60 }), (rings, radius) => {
        const document = documentWith({ regions: [regionOf(1, rings)] });
        const smooth = visibleRings(smoothRegions(document, ['region-1'], radius).regions);
        const away = Math.max(
          ...smooth.flat().map((point) => distanceToRings(point, rings)),
          ...rings.flat().map((point) => distanceToRings(point, smooth)),
        );
        expect(away).toBeLessThanOrEqual(radius / 2 + 1.2);
        expect(normalFormFaults(smooth)).toEqual([]);
      }),
      { numRuns: propertyRuns(12) },
    );
  });

  test('loses no region, whatever its shape', () => {
    fc.assert(
      fc.property(anyRegions, fc.integer({ min: 1, max: 50 }), (document, radius) => {
        const after = smoothRegions(document, idsOf(document), radius);
        expect(idsOf(after)).toEqual(idsOf(document));
        expect(after.regions.flatMap(({ rings }) => normalFormFaults(rings))).toEqual([]);
      }),
      { numRuns: propertyRuns(25) },
    );
  });

  test('copes with every nasty case', () => {
    const lost = Object.entries(nastyCases).filter(([name, { rings }]) => {
      const document = documentOf([rings]);
      if (document.regions.length === 0 || name === '6,000 vertices') return false;
      return smoothRegions(document, idsOf(document), 6).regions.length === 0;
    });
    expect(lost.map(([name]) => name)).toEqual([]);
  });
});

describe('filling holes', () => {
  test('masks the hole and what is in it', () => {
    const rings = [box(2, 2, 36, 36), box(8, 8, 24, 24).toReversed(), box(14, 14, 10, 10)];
    expect(regionsFromTop(fillHoles(documentOf([rings]), ['region-1']))).toEqual([
      regionOf(1, [box(2, 2, 36, 36)]),
    ]);
  });

  test('is the same document where there are no holes', () => {
    expect(fillHoles(square, ['region-1'])).toBe(square);
  });

  test('masks no pixel less', () => {
    fc.assert(
      fc.property(orthogonalDocument, (document) => {
        const after = fillHoles(document, idsOf(document));
        const [before, filled] = [maskPicture(document), maskPicture(after)];
        expect([...before].filter((mark, i) => mark === '#' && filled[i] !== '#')).toEqual([]);
        expect(after.regions.flatMap(({ rings }) => rings.filter(isHole))).toEqual([]);
      }),
      { numRuns: propertyRuns(12) },
    );
  });
});

function isHole(ring: Rings[number]): boolean {
  const doubled = ring.reduce((sum, b, i) => {
    const a = ring.at(i - 1) ?? b;
    return sum + a.x * b.y - a.y * b.x;
  }, 0);
  return doubled < 0;
}
