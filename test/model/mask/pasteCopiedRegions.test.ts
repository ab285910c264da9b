import { describe, expect, test } from 'vitest';
import { pasteCopiedRegions } from '../../../src/model/mask/pasteCopiedRegions.ts';
import { documentWith, rectRing, regionOf, regionsFromTop } from '../document/sampleDocuments.ts';
import { ringFrom } from '../geometry/rings/ringFixtures.ts';

const image = { width: 400, height: 300 };
const square = rectRing(50, 50, 90, 90);
const copied = [{ name: 'Region 1', isHidden: false, rings: [square] }];

const pasteInto = (regions: Parameters<typeof documentWith>[0]['regions'], what = copied) =>
  regionsFromTop(pasteCopiedRegions(documentWith({ image, regions: regions ?? [] }), what).document);

describe('pasted regions', () => {
  test('are where they were copied from, with their names, and hidden where they were', () => {
    const named = [...copied, { name: 'Sky', isHidden: true, rings: [rectRing(0, 0, 400, 20)] }];
    expect(pasteInto([], named)).toEqual([
      regionOf(1, [square]),
      { ...regionOf(2, [rectRing(0, 0, 400, 20)]), name: 'Sky', isHidden: true },
    ]);
  });

  test('lie off a region that is just there, further with every paste, and get another name', () => {
    const original = regionOf(1, [square]);
    const once = pasteInto([original]);
    expect(once).toEqual([original, regionOf(2, [rectRing(60, 60, 100, 100)])]);
    expect(pasteInto(once)[2]).toEqual(regionOf(3, [rectRing(70, 70, 110, 110)]));
  });

  test('lie off it also where the same area is bounded by other rings', () => {
    const joined = [ringFrom(0, 43, 2, 43, 3, 45, 3, 46), ringFrom(0, 0, 4, 38, 3, 45, 3, 43, 2, 43, 0, 29)];
    const parted = [ringFrom(2, 43, 3, 45, 3, 43), ringFrom(0, 0, 4, 38, 3, 45, 3, 46, 0, 43, 2, 43, 0, 29)];
    const [, pasted] = pasteInto([regionOf(1, joined)], [{ name: 'a', isHidden: false, rings: parted }]);
    expect(pasted?.rings.flat()).toContainEqual({ x: 10, y: 10 });
  });

  test('keep their arrangement when one of them would cover a region', () => {
    const two = [...copied, { name: 'b', isHidden: false, rings: [rectRing(200, 50, 220, 70)] }];
    const [, first, second] = pasteInto([regionOf(1, [square])], two);
    expect([first?.rings, second?.rings]).toEqual([
      [rectRing(60, 60, 100, 100)],
      [rectRing(210, 60, 230, 80)],
    ]);
  });

  test.each([
    ['outside to the right and below', rectRing(1000, 900, 1040, 920), rectRing(360, 280, 400, 300)],
    ['outside to the left', rectRing(-90, 20, -50, 60), rectRing(0, 20, 40, 60)],
    ['outside and larger than the image', rectRing(400, 0, 1400, 900), rectRing(0, 0, 1000, 900)],
    ['overhanging, which stays', rectRing(380, 280, 480, 380), rectRing(380, 280, 480, 380)],
  ])('%s are on the image', (_name, from, to) => {
    expect(pasteInto([], [{ name: 'a', isHidden: false, rings: [from] }])[0]?.rings).toEqual([to]);
  });

  test('that enclose no area are left out; nothing of that kind leaves the same document', () => {
    const flat = { name: 'flat', isHidden: false, rings: [rectRing(5, 5, 50, 5)] };
    expect(pasteInto([], [flat, ...copied])).toEqual([regionOf(1, [square])]);
    const document = documentWith({ image });
    expect(pasteCopiedRegions(document, [flat])).toEqual({ document, regionIds: [] });
    expect(pasteCopiedRegions(document, [flat]).document).toBe(document);
  });
});
