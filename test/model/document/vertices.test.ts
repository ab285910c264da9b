import { describe, expect, test } from 'vitest';
import { normaliseRegions } from '../../../src/model/document/regions.ts';
import { insertVertex, moveVertices, removeVertices } from '../../../src/model/document/vertices.ts';
import { startAtTop } from '../../../src/model/geometry/polygon.ts';
import { documentWith, rectRing, regionOf, regionsFromTop } from './sampleDocuments.ts';

const square = rectRing(0, 0, 10, 10);
const ringAround = [rectRing(0, 0, 90, 90), rectRing(30, 30, 60, 60).toReversed()];
const other = regionOf(2, [rectRing(200, 200, 300, 300)]);
const document = documentWith({ regions: [regionOf(1, [square]), other] });
const vertex = (index: number, ring = 0) => ({ regionId: 'region-1', ring, index });

describe('moving vertices', () => {
  test('shifts those that are named by the rounded offset, and leaves other regions the same objects', () => {
    const moved = moveVertices(document, [vertex(1), vertex(2)], { x: 4.6, y: -0.2 });
    expect(moved.regions[0]).toEqual(regionOf(1, [rectRing(0, 0, 15, 10)]));
    expect(moved.regions[1]).toBe(other);
  });

  test('leaves crossings to be normalised when the gesture ends', () => {
    const crossed = moveVertices(document, [vertex(0)], { x: 20, y: 4 });
    expect(crossed.regions[0]?.rings).toEqual([[{ x: 20, y: 4 }, ...square.slice(1)]]);
    expect(normaliseRegions(crossed, ['region-1']).regions[0]?.rings.length).toBe(2);
  });

  test('by less than half a pixel changes nothing', () => {
    expect(moveVertices(document, [vertex(0)], { x: 0.4, y: -0.4 })).toBe(document);
  });
});

describe('inserting a vertex', () => {
  test('puts it before the vertex of that index', () => {
    const inserted = insertVertex(document, vertex(1), { x: 5.2, y: 0 });
    expect(inserted.regions[0]?.rings).toEqual([[{ x: 0, y: 0 }, { x: 5, y: 0 }, ...square.slice(1)]]);
    expect(inserted.regions[1]).toBe(other);
  });

  test('on the closing edge puts it last', () => {
    const inserted = insertVertex(document, vertex(4), { x: 0, y: 5 });
    expect(inserted.regions[0]?.rings).toEqual([[...square, { x: 0, y: 5 }]]);
  });

  test('and dragging it off the edge is one gesture; left on the edge it is gone again', () => {
    const inserted = insertVertex(document, vertex(1), { x: 5, y: 0 });
    const dragged = moveVertices(inserted, [vertex(1)], { x: 0, y: -5 });
    expect(regionsFromTop(normaliseRegions(inserted, ['region-1']))).toEqual(document.regions);
    expect(normaliseRegions(dragged, ['region-1']).regions[0]?.rings[0]).toHaveLength(5);
  });
});

describe('removing vertices', () => {
  test('joins their neighbours', () => {
    const [first, second, , last] = square;
    const removed = removeVertices(document, [vertex(2)]);
    expect(new Set(removed.regions[0]?.rings[0])).toEqual(new Set([first, second, last]));
  });

  test('removes a ring of fewer than three, and a region without rings', () => {
    expect(regionsFromTop(removeVertices(document, [vertex(0), vertex(1)]))).toEqual([other]);
    const holed = documentWith({ regions: [regionOf(1, ringAround)] });
    expect(regionsFromTop(removeVertices(holed, [vertex(0, 1), vertex(1, 1)]))).toEqual([
      regionOf(1, [rectRing(0, 0, 90, 90)]),
    ]);
  });

  test('removes the holes of an outer ring with it', () => {
    const separate = rectRing(100, 0, 110, 10);
    const holed = documentWith({ regions: [regionOf(1, [...ringAround, separate])] });
    const outer = [0, 1, 2, 3].map((index) => vertex(index));
    expect(regionsFromTop(removeVertices(holed, outer))).toEqual([regionOf(1, [separate])]);
  });

  test('keeps the holes of the rings that stay', () => {
    const [first, second] = [rectRing(100, 0, 110, 10), rectRing(100, 20, 110, 30)];
    const holed = documentWith({ regions: [regionOf(1, [first, second, ...ringAround])] });
    const [region] = removeVertices(holed, [vertex(0), vertex(1)]).regions;
    expect(region?.rings.map(startAtTop)).toEqual(
      expect.arrayContaining([second, ...ringAround].map(startAtTop)),
    );
    expect(region?.rings).toHaveLength(3);
  });
});
