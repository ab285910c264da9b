import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleRings } from '../../../../src/model/document/region.ts';
import { simplification, simplifyRegions } from '../../../../src/model/mask/operations/simplifyRegions.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { documentWith, rectRing, regionOf } from '../../document/sampleDocuments.ts';
import { box, normalFormFaults, ringFrom } from '../../geometry/rings/ringFixtures.ts';
import { anyRegions, distanceToRings, documentOf, idsOf } from './oracle.ts';

/** A rectangle with a vertex 2 px off its upper edge and one 5 px off its lower. */
const bumpy = documentOf([[ringFrom(0, 2, 50, 0, 100, 2, 100, 80, 60, 85, 0, 80)]]);

describe('simplifying', () => {
  test('tells vertices before and after, and how far the outline moves', () => {
    const { document, ...figures } = simplification(bumpy, ['region-1'], 3);
    expect(figures).toEqual({ verticesBefore: 6, verticesAfter: 5, deviation: 2 });
    expect(simplifyRegions(bumpy, ['region-1'], 3)).toEqual(document);
    expect(visibleRings(document.regions).flat()).not.toContainEqual({ x: 50, y: 0 });
  });

  test('is the same document where no vertex can go', () => {
    const square = documentWith({ regions: [regionOf(1, [rectRing(0, 0, 9, 9)])] });
    expect(simplification(square, ['region-1'], 1)).toEqual({
      document: square,
      verticesBefore: 4,
      verticesAfter: 4,
      deviation: 0,
    });
    expect(simplifyRegions(square, ['region-1'], 1)).toBe(square);
  });

  test('never loses a region that is smaller than the tolerance', () => {
    const small = documentOf([[box(0, 0, 3, 3)]]);
    expect(simplifyRegions(small, ['region-1'], 100).regions).toHaveLength(1);
  });

  test('does not mask the corners of a hole that come to stick out', () => {
    const outer = ringFrom(0, 0, 40, 0, 40, 18, 44, 20, 40, 22, 40, 40, 0, 40);
    const hole = ringFrom(10, 10, 10, 30, 43, 20);
    const { document } = simplification(documentOf([[outer, hole]]), ['region-1'], 5);
    expect(
      visibleRings(document.regions)
        .flat()
        .every(({ x }) => x <= 40),
    ).toBe(true);
  });

  test('keeps every vertex within the deviation it tells, and that within the tolerance', () => {
    fc.assert(
      fc.property(anyRegions, fc.double({ min: 0, max: 8, noNaN: true }), (document, tolerance) => {
        const { document: after, deviation } = simplification(document, idsOf(document), tolerance);
        expect(deviation).toBeLessThanOrEqual(tolerance);
        const outlines = visibleRings(after.regions);
        // Outlines that come to cross are mended, with crossings rounded to whole pixels.
        const away = outlines.flat().map((point) => distanceToRings(point, visibleRings(document.regions)));
        expect(Math.max(0, ...away)).toBeLessThanOrEqual(deviation + 1);
        expect(after.regions.flatMap(({ rings }) => normalFormFaults(rings))).toEqual([]);
      }),
      { numRuns: propertyRuns(25) },
    );
  });

  test('moves the outline of a single polygon by no more than the tolerance', () => {
    const polygon = fc
      .array(fc.integer({ min: 20, max: 60 }), { minLength: 8, maxLength: 60 })
      .map((reaches) =>
        reaches.map((reach, i) => {
          const angle = (i / reaches.length) * 2 * Math.PI;
          return { x: Math.round(reach * Math.cos(angle)), y: Math.round(reach * Math.sin(angle)) };
        }),
      );
    fc.assert(
      fc.property(polygon, fc.integer({ min: 0, max: 6 }), (ring, tolerance) => {
        const document = documentOf([[ring]]);
        const after = visibleRings(simplifyRegions(document, idsOf(document), tolerance).regions);
        const away = visibleRings(document.regions)
          .flat()
          .map((point) => distanceToRings(point, after));
        expect(Math.max(...away)).toBeLessThanOrEqual(tolerance + 1);
      }),
      { numRuns: propertyRuns(25) },
    );
  });
});
