import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import { applyShape } from '../../../src/model/mask/applyShape.ts';
import { simplifyRegions } from '../../../src/model/mask/operations/simplifyRegions.ts';
import { invertMask } from '../../../src/model/mask/operations/wholeMask.ts';
import { type Rings, visibleRings } from '../../../src/model/mask/region.ts';
import { reuseVertices } from '../../../src/model/mask/reuseVertices.ts';
import { addRegion } from '../../../src/model/regions.ts';
import { anyRings, box, star } from './ringFixtures.ts';

const size = { width: 4000, height: 4000 };
const photograph: Document = {
  image: { id: 'photo', name: 'photo.jpg', ...size },
  canvas: size,
  placement: { x: 0, y: 0, ...size },
  regions: [],
};
const starry = addRegion(photograph, [star(6000, { x: 2000, y: 2000 }, 1900)]);

test('coordinates stay, equal vertices and rings become those of before, and others stay themselves', () => {
  fc.assert(
    fc.property(anyRings(12), anyRings(12), (before, others) => {
      const rings = [...structuredClone(before), ...others];
      const reused = reuseVertices(rings, before);
      expect(reused).toEqual(rings);
      for (const [index, ring] of before.entries()) {
        expect(reused[index]).toEqual(ring);
        expect(before).toContain(reused[index]);
      }
      const places = new Set(before.flat().map(({ x, y }) => `${x},${y}`));
      const known = new Set(before.flat());
      for (const [index, ring] of reused.entries()) {
        for (const [place, vertex] of ring.entries()) {
          if (places.has(`${vertex.x},${vertex.y}`)) expect(known).toContain(vertex);
          else expect(vertex).toBe(rings[index]?.[place]);
        }
      }
    }),
  );
});

test('what changes a region in one place makes few new vertices', () => {
  const shape = [box(3600, 1990, 300, 20)];
  const steps = {
    add: applyShape(starry, shape, 'add').document,
    subtract: applyShape(starry, shape, 'subtract').document,
    intersect: applyShape(starry, [box(0, 0, 2000, 4000)], 'intersect').document,
    invert: invertMask(starry),
    simplify: simplifyRegions(starry, ['region-1'], 100),
  };
  const known = new Set(visibleRings(starry.regions).flat());
  const anew = Object.entries(steps).map(([name, { regions }]) => {
    const vertices = visibleRings(regions).flat();
    return [name, vertices.length > 1000, vertices.filter((vertex) => !known.has(vertex)).length < 60];
  });
  expect(anew).toEqual(Object.keys(steps).map((name) => [name, true, true]));
});

test('a ring that a shape leaves alone stays the same ring', () => {
  const two = addRegion(photograph, [box(0, 0, 100, 100), box(500, 500, 100, 100)]);
  const { document } = applyShape(two, [box(50, 50, 100, 100)], 'subtract');
  const rings: Rings = document.regions[0]?.rings ?? [];
  expect(rings.filter((ring) => two.regions[0]?.rings.includes(ring))).toEqual([box(500, 500, 100, 100)]);
});
