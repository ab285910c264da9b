import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapVertex, vertexSnapTargets } from '../../../src/model/document/vertexSnapping.ts';
import { distance, type Point } from '../../../src/model/geometry/point.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { documentWith, rectRing, regionOf } from './sampleDocuments.ts';

const reach = { x: 8, y: 8 };
const targets = { vertices: [{ x: 100, y: 50 }], xs: [0, 400, -33.4], ys: [0, 300] };

describe('a dragged vertex', () => {
  test.each([
    ['on nothing near', { x: 203.6, y: 120.2 }, { point: { x: 204, y: 120 }, lines: [] }],
    ['to a vertex', { x: 104, y: 55 }, { point: { x: 100, y: 50 }, vertex: { x: 100, y: 50 }, lines: [] }],
    ['not to one beyond reach', { x: 106, y: 56 }, { point: { x: 106, y: 56 }, lines: [] }],
    [
      'to an upright edge',
      { x: 394, y: 120 },
      { point: { x: 400, y: 120 }, lines: [{ axis: 'x', at: 400 }] },
    ],
    ['to a level edge', { x: 204, y: 306 }, { point: { x: 204, y: 300 }, lines: [{ axis: 'y', at: 300 }] }],
    [
      'into a corner',
      { x: -5, y: 7 },
      {
        point: { x: 0, y: 0 },
        lines: [
          { axis: 'x', at: 0 },
          { axis: 'y', at: 0 },
        ],
      },
    ],
    [
      'to the px nearest to an edge between two',
      { x: -30, y: 120 },
      { point: { x: -33, y: 120 }, lines: [{ axis: 'x', at: -33.4 }] },
    ],
  ])('snaps %s', (_name, at, snapped) => {
    expect(snapVertex(at, targets, reach)).toEqual({ vertex: undefined, ...snapped });
  });

  test('prefers a vertex to an edge that is nearer, and of vertices the nearest', () => {
    const crowd = {
      ...targets,
      vertices: [
        { x: 6, y: 60 },
        { x: 4, y: 61 },
        { x: 9, y: 60 },
      ],
    };
    expect(snapVertex({ x: 2, y: 60 }, crowd, reach)).toEqual({
      point: { x: 4, y: 61 },
      vertex: { x: 4, y: 61 },
      lines: [],
    });
  });

  test('snaps as far as the reach of each axis', () => {
    const wide = { x: 20, y: 2 };
    expect(snapVertex({ x: 118, y: 50 }, targets, wide).vertex).toEqual({ x: 100, y: 50 });
    expect(snapVertex({ x: 100, y: 53 }, targets, wide).vertex).toBeUndefined();
  });

  test('snaps to a vertex right at the reach', () => {
    const rightAt = { vertices: [{ x: 6, y: 32 }], xs: [], ys: [] };
    expect(snapVertex({ x: 1, y: 20 }, rightAt, { x: 13, y: 13 }).vertex).toEqual({ x: 6, y: 32 });
  });

  const near = fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) });
  test('goes to a vertex that no other is nearer than, for any vertices', () => {
    fc.assert(
      fc.property(
        near,
        fc.array(near, { maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (at, vertices, radius) => {
          const { vertex } = snapVertex(at, { vertices, xs: [], ys: [] }, { x: radius, y: radius });
          const far = (point: Point | undefined) => (point === undefined ? radius : distance(at, point));
          const within = vertices.filter((each) => far(each) <= radius);
          expect(vertex === undefined).toBe(within.length === 0);
          expect(within.filter((each) => far(each) < far(vertex))).toEqual([]);
        },
      ),
      { numRuns: propertyRuns(50) },
    );
  });
});

describe('what vertices snap to', () => {
  const document = documentWith({
    image: { width: 400, height: 300 },
    canvas: { width: 1000, height: 600 },
    placement: { x: 100, y: 60, width: 800, height: 600 },
    regions: [
      regionOf(1, [rectRing(0, 0, 10, 10)]),
      { ...regionOf(2, [rectRing(50, 50, 60, 60)]), isHidden: true },
      regionOf(3, [rectRing(20, 20, 30, 30)]),
    ],
  });

  test('is the edges of image and frame in image px, and the visible vertices that are not dragged', () => {
    const dragged = [0, 1].map((index) => ({ regionId: 'region-1', ring: 0, index }));
    expect(vertexSnapTargets(document, dragged)).toEqual({
      vertices: [...rectRing(0, 0, 10, 10).slice(2), ...rectRing(20, 20, 30, 30)],
      xs: [0, 400, -50, 450],
      ys: [0, 300, -30, 270],
    });
  });

  test('is the frame alone where there is no image', () => {
    const { xs, ys } = vertexSnapTargets(
      { ...document, image: null, placement: { x: 0, y: 0, width: 1000, height: 600 } },
      [],
    );
    expect({ xs, ys }).toEqual({ xs: [0, 1000], ys: [0, 600] });
  });
});
