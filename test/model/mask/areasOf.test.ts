import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Area, isArea } from '../../../src/contract/area.ts';
import type { Size } from '../../../src/model/geometry/rect.ts';
import { clipRings } from '../../../src/model/geometry/rings/clipRings.ts';
import { subtractRings } from '../../../src/model/geometry/rings/combineRings.ts';
import { rasteriseRings } from '../../../src/model/geometry/rings/rasteriseRings.ts';
import type { Rings } from '../../../src/model/geometry/rings/ring.ts';
import { areasOf } from '../../../src/model/mask/areasOf.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import {
  anyRings,
  box,
  nastyCases,
  normalFormFaults,
  picture,
  pointIn,
  reversed,
  ringFrom,
} from '../geometry/rings/ringFixtures.ts';

/** Each area on its own, as the service would paint them one over the other. */
function paint(areas: readonly Area[], size: Size): Uint8Array {
  const painted = new Uint8Array(size.width * size.height);
  for (const { points } of areas) {
    rasteriseRings([ringFrom(...points)], size).forEach((value, i) => {
      if (value) painted[i] = value;
    });
  }
  return painted;
}

/** What keeps areas from being as the service's example is; empty where nothing does. */
function areaFaults(areas: readonly Area[], size: Size): string[] {
  const firsts = areas.map(({ points: [x = 0, y = 0] }) => y * 100_000 + x);
  const faults = new Set<string>();
  if (firsts.some((first, i) => first < (firsts[i - 1] ?? first))) faults.add('not in order');
  for (const area of areas) {
    if (!isArea(area)) faults.add('breaks the contract');
    if (area.width !== size.width || area.height !== size.height) faults.add('wrong frame');
    const ring = ringFrom(...area.points);
    const [first] = ring;
    if (ring.some(({ x, y }) => first !== undefined && (y < first.y || (y === first.y && x < first.x)))) {
      faults.add('does not start at the top');
    }
    if (signedArea(ring) >= 0) faults.add('turns the wrong way');
    if (ring.some(({ x, y }) => x < 0 || y < 0 || x > size.width || y > size.height))
      faults.add('leaves the frame');
    const shape = normalFormFaults([ring]).filter(
      (fault) => fault !== 'repeated vertex' && fault !== 'common edge',
    );
    for (const fault of shape) faults.add(fault);
  }
  return [...faults];
}

function signedArea(ring: Rings[number]): number {
  return ring.reduce((sum, b, i) => {
    const a = ring.at(i - 1) ?? b;
    return sum + (a.x * b.y - a.y * b.x) / 2;
  }, 0);
}

const size = { width: 40, height: 40 };
const frame = { x: 0, y: 0, width: 40, height: 40 };

/** A full frame with small triangles cut out, close enough together to touch, overlap and hide each other. */
const perforated = fc
  .array(fc.tuple(pointIn(40), fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    maxLength: 30,
  })
  .map((cuts) => cuts.map(([{ x, y }, a, b]) => ringFrom(x, y, x + a, y + 2, x + b, y + a)))
  .map((cuts) => subtractRings([box(0, 0, 40, 40)], cuts));

describe('areasOf', () => {
  test("reproduces the service's own example", () => {
    expect(areasOf([box(10, 10, 90, 90)], { width: 100, height: 100 })).toEqual([
      { width: 100, height: 100, points: [10, 10, 10, 100, 100, 100, 100, 10] },
    ]);
  });

  test('bridges a hole from its top vertex to a corner in sight, and back', () => {
    const rings = subtractRings([box(0, 0, 40, 40)], [box(10, 10, 20, 20)]);
    const [area, ...others] = areasOf(rings, size);
    expect(others).toEqual([]);
    expect(area?.points).toHaveLength(2 * (4 + 4 + 2));
    expect(areaFaults(areasOf(rings, size), size)).toEqual([]);
  });

  test('leads bridges that end in one corner past each other', () => {
    const rings = [box(0, 0, 40, 40), reversed(box(6, 10, 8, 8)), reversed(box(20, 10, 8, 8))];
    const upper = [6, 10, 14, 10, 14, 18, 6, 18, 6, 10];
    const lower = [20, 10, 28, 10, 28, 18, 20, 18, 20, 10];
    expect(areasOf(rings, size).map(({ points }) => points)).toEqual([
      [0, 0, 0, 40, 40, 40, 40, 0, ...lower, 40, 0, ...upper, 40, 0],
    ]);
  });

  test('makes an island in a hole an area of its own, and sorts areas from the top', () => {
    const rings = [box(2, 2, 36, 36), reversed(box(8, 8, 24, 24)), box(14, 14, 10, 10), box(0, 0, 1, 1)];
    const areas = areasOf(rings, size);
    expect(areas.map(({ points: [x, y] }) => [x, y])).toEqual([
      [0, 0],
      [2, 2],
      [14, 14],
    ]);
    expect(areas[2]?.points).toEqual([14, 14, 14, 24, 24, 24, 24, 14]);
  });

  test('splices in a hole that touches the outline, without a bridge', () => {
    const rings = [box(0, 0, 40, 40), ringFrom(20, 0, 10, 20, 30, 20)];
    expect(areasOf(rings, size).map(({ points }) => points)).toEqual([
      [0, 0, 0, 40, 40, 40, 40, 0, 20, 0, 30, 20, 10, 20, 20, 0],
    ]);
  });

  test('does not depend on the order of the rings', () => {
    fc.assert(
      fc.property(perforated, (rings) => {
        expect(areasOf(rings.toReversed(), size)).toEqual(areasOf(rings, size));
      }),
    );
  });

  test('covers exactly the same pixels for any rings', () => {
    fc.assert(
      fc.property(fc.oneof(anyRings(40), perforated), (any) => {
        const rings = clipRings(any, frame);
        const areas = areasOf(rings, size);
        expect(picture(paint(areas, size), 40)).toBe(picture(rasteriseRings(rings, size), 40));
        expect(areaFaults(areas, size)).toEqual([]);
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  test('covers exactly the same pixels in every nasty case', () => {
    const wrong = Object.entries(nastyCases).filter(([name, { rings, size }]) => {
      const areas = areasOf(clipRings(rings, { x: 0, y: 0, ...size }), size);
      const isSame = Buffer.compare(paint(areas, size), rasteriseRings(rings, size)) === 0;
      return !isSame || (name !== '6,000 vertices' && areaFaults(areas, size).length > 0);
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});
