import { expect, test } from 'vitest';
import { duplicateRegions } from '../../../src/model/document/duplicateRegions.ts';
import { documentWith, rectRing, regionOf } from './sampleDocuments.ts';

const hidden = { ...regionOf(7, [rectRing(50, 50, 60, 60)]), isHidden: true };
const document = documentWith({ regions: [regionOf(1, [rectRing(0, 0, 10, 10)]), hidden] });

test('duplicates are moved, numbered on and on top; the originals stay the same objects', () => {
  const { document: after, regionIds } = duplicateRegions(document, ['region-7', 'region-1'], {
    x: 5,
    y: -3,
  });
  expect(after.regions.slice(0, 2)).toEqual(document.regions);
  expect(after.regions[0]).toBe(document.regions[0]);
  expect(after.regions.slice(2)).toEqual([
    regionOf(8, [rectRing(5, -3, 15, 7)]),
    { ...regionOf(9, [rectRing(55, 47, 65, 57)]), isHidden: true },
  ]);
  expect(regionIds).toEqual(['region-8', 'region-9']);
});

test('duplicating nothing changes nothing', () => {
  expect(duplicateRegions(document, ['region-5'], { x: 5, y: 5 })).toEqual({ document, regionIds: [] });
  expect(duplicateRegions(document, [], { x: 5, y: 5 }).document).toBe(document);
});
