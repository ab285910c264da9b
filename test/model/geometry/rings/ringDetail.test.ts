import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ring } from '../../../../src/model/geometry/rings/ring.ts';
import { ringDetail } from '../../../../src/model/geometry/rings/ringDetail.ts';
import { squaredDistanceToSegment } from '../../../../src/model/geometry/segment.ts';

const coordinate = fc.integer({ min: 0, max: 60 });
const rings: fc.Arbitrary<Ring> = fc.array(fc.record({ x: coordinate, y: coordinate }), {
  minLength: 4,
  maxLength: 60,
});

/** The farthest that a vertex of the ring is from the outline's edge that stands for it; the outline has some of its vertices. */
function deviationOf(ring: Ring, outline: Ring): number {
  const kept = outline.map((vertex) => ring.indexOf(vertex));
  const distances = kept.flatMap((from, index) => {
    const next = kept[index + 1];
    const vertices =
      next === undefined
        ? [...ring.slice(from), ...ring.slice(0, (kept[0] ?? 0) + 1)]
        : ring.slice(from, next + 1);
    const [start, end] = [vertices[0], vertices.at(-1)];
    return vertices.map((vertex) => (start && end ? squaredDistanceToSegment(vertex, start, end) : 0));
  });
  return Math.sqrt(Math.max(...distances));
}

describe("a ring's detail", () => {
  test('is the same whether it was found in steps or at once, and is kept for greater tolerances', () => {
    fc.assert(
      fc.property(rings, (ring) => {
        const inSteps = ringDetail(ring);
        for (const tolerance of [8, 4, 2]) inSteps.refine(tolerance);
        for (const tolerance of [8, 4, 2]) {
          const atOnce = ringDetail(ring);
          const { vertexCount } = atOnce.refine(tolerance);
          expect(atOnce.outlineAt(tolerance)).toHaveLength(vertexCount);
          expect(inSteps.outlineAt(tolerance)).toEqual(atOnce.outlineAt(tolerance));
        }
      }),
    );
  });

  test('has every vertex within the tolerance, and says how far off the farthest is', () => {
    fc.assert(
      fc.property(rings, fc.integer({ min: 0, max: 10 }), (ring, tolerance) => {
        const detail = ringDetail(ring);
        const { deviation } = detail.refine(tolerance);
        expect(deviation).toBeLessThanOrEqual(tolerance);
        expect(deviationOf(ring, detail.outlineAt(tolerance))).toBe(deviation);
      }),
    );
  });
});
