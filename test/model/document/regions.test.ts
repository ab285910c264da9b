import { describe, expect, test } from 'vitest';
import {
  addRegion,
  moveRegions,
  normaliseRegions,
  removeRegions,
  renameRegion,
  setRegionHidden,
} from '../../../src/model/document/regions.ts';
import { documentWith, rectRing, regionOf, regionsFromTop } from './sampleDocuments.ts';

const square = rectRing(0, 0, 10, 10);
const three = documentWith({
  regions: [regionOf(1, [square]), regionOf(7, [square]), regionOf(3, [square])],
});

describe('adding a region', () => {
  test('numbers it one beyond the largest so far and puts it last', () => {
    expect(regionsFromTop(addRegion(three, [square]))).toEqual([...three.regions, regionOf(8, [square])]);
    expect(regionsFromTop(addRegion(documentWith({}), [square]))).toEqual([regionOf(1, [square])]);
  });

  test('brings its rings into normal form', () => {
    const doubled = [...square, ...square];
    expect(regionsFromTop(addRegion(documentWith({}), [doubled]))).toEqual([regionOf(1, [square])]);
  });

  test('that encloses nothing changes nothing', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 9, y: 9 },
      { x: 4, y: 4 },
    ];
    expect(addRegion(three, [line])).toBe(three);
    expect(addRegion(three, [])).toBe(three);
  });
});

describe('changing regions', () => {
  test('touches only those that are named', () => {
    const moved = moveRegions(three, ['region-7'], { x: 5.4, y: -2 });
    expect(moved.regions[1]).toEqual(regionOf(7, [rectRing(5, -2, 15, 8)]));
    expect(moved.regions[0]).toBe(three.regions[0]);
    expect(moved.regions[2]).toBe(three.regions[2]);
  });

  test('removes, renames and hides', () => {
    expect(removeRegions(three, ['region-1', 'region-3']).regions).toEqual([regionOf(7, [square])]);
    expect(renameRegion(three, 'region-1', '  Sky ').regions[0]).toEqual({
      ...regionOf(1, [square]),
      name: 'Sky',
    });
    expect(setRegionHidden(three, 'region-1', true).regions[0]).toEqual(regionOf(1, [square], true));
  });

  test('gives back the same document where nothing changes', () => {
    const unchanged = [
      removeRegions(three, ['region-2']),
      moveRegions(three, ['region-1'], { x: 0.3, y: 0 }),
      renameRegion(three, 'region-1', ' '),
      renameRegion(three, 'region-1', 'Region 1'),
      setRegionHidden(three, 'region-1', false),
    ];
    expect(unchanged.every((document) => document === three)).toBe(true);
  });

  test('normalising what is in normal form keeps the vertices in their order', () => {
    const document = documentWith({
      regions: [regionOf(1, [square.toSpliced(0, 1).concat(square[0] ?? [])])],
    });
    expect(normaliseRegions(document, ['region-1'])).toBe(document);
  });

  test('normalising removes a region that encloses nothing any more', () => {
    const flat = [square.map(({ x }) => ({ x, y: 0 }))];
    const document = documentWith({ regions: [regionOf(1, flat), regionOf(2, [square])] });
    expect(normaliseRegions(document, ['region-1', 'region-2']).regions).toEqual([regionOf(2, [square])]);
  });
});
