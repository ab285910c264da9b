import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Area, isArea } from '../../../src/contract/area.ts';
import type { Document } from '../../../src/model/document/document.ts';
import { appendRegions } from '../../../src/model/document/regions.ts';
import { startAtTop } from '../../../src/model/geometry/polygon.ts';
import { clipRings } from '../../../src/model/geometry/rings/clipRings.ts';
import { normaliseRings } from '../../../src/model/geometry/rings/normaliseRings.ts';
import type { Rings } from '../../../src/model/geometry/rings/ring.ts';
import { areasOf } from '../../../src/model/mask/areasOf.ts';
import { areasToRings } from '../../../src/model/mask/areasToRings.ts';
import { generationRequest, maskAreas } from '../../../src/model/request/request.ts';
import { areasJson, requestJson } from '../../../src/model/request/requestJson.ts';
import { defaultSettings } from '../../../src/model/request/settings.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { refusalText } from '../../helpers/toldWords.ts';
import { documentWith, rectRing, regionOf } from '../document/sampleDocuments.ts';
import { anyRings, box, nastyCases, ringFrom } from '../geometry/rings/ringFixtures.ts';
import { combinePictures, distanceToRings, ringsPicture } from './operations/oracle.ts';

const size = { width: 40, height: 40 };
const empty = documentWith({ image: size });
const square: Area = { ...size, points: [10, 10, 10, 20, 20, 20, 20, 10] };

/** What adding the areas makes of the document. */
function areasToRegions(text: string, document: Document, kind: 'image' | 'canvas') {
  const read = areasToRings(text, document, kind);
  return read.kind === 'refused'
    ? read
    : { kind: 'read' as const, ...appendRegions(document, read.ringsOfEach) };
}

function sentence(text: string, document: Document = empty): string {
  const pasted = areasToRegions(text, document, 'image');
  return pasted.kind === 'refused' ? refusalText(pasted) : `read ${pasted.regionIds.length}`;
}

/** Each area is painted over the others. */
function pictureOf(areas: readonly Area[]): string {
  const pictures = areas.map(({ points }) => ringsPicture([ringFrom(...points)]));
  return combinePictures([ringsPicture([]), ...pictures], (isIn) => isIn.some(Boolean));
}

function hasTouches(rings: Rings): boolean {
  return rings.some((ring) => {
    const others = rings.filter((other) => other !== ring);
    return ring.some((point) => distanceToRings(point, others) === 0);
  });
}

/** The areas as they are sent once they were read. */
function sentAgain(areas: readonly Area[], document: Document): readonly Area[] {
  const pasted = areasToRegions(JSON.stringify(areas), document, 'image');
  return pasted.kind === 'read' ? maskAreas(pasted.document, 'image') : [];
}

describe('reading areas', () => {
  test('adds a region for each area', () => {
    const document = documentWith({ image: size, regions: [regionOf(1, [rectRing(0, 0, 5, 5)])] });
    const points = [30, 30, 30, 35, 35, 35];
    expect(areasToRegions(JSON.stringify([square, { ...size, points }]), document, 'image')).toEqual({
      kind: 'read',
      document: {
        ...document,
        regions: [
          ...document.regions,
          regionOf(2, [rectRing(10, 10, 20, 20)]),
          regionOf(
            3,
            normaliseRings([
              [
                { x: 30, y: 30 },
                { x: 30, y: 35 },
                { x: 35, y: 35 },
              ],
            ]),
          ),
        ],
      },
      regionIds: ['region-2', 'region-3'],
    });
  });

  test('finds them in a list, in a mask and in a whole request', () => {
    const request = { model: 'any', model_params: { mask: { areas: [square] }, canvas: {} } };
    const texts = [[square], { areas: [square] }, request].map((value) => JSON.stringify(value));
    expect(texts.map((text) => sentence(text))).toEqual(['read 1', 'read 1', 'read 1']);
  });

  test('reads what this editor writes', () => {
    const document = documentWith({
      image: size,
      regions: [regionOf(1, [box(0, 0, 40, 40), startAtTop(box(10, 10, 6, 6).toReversed())])],
    });
    const settings = { ...defaultSettings, prompt: 'Sky' };
    const texts = [areasJson(document, settings), requestJson(generationRequest(document, settings, {}))];
    expect(texts.map((text) => areasToRegions(text, empty, 'image'))).toEqual(
      texts.map(() => ({ kind: 'read', document, regionIds: ['region-1'] })),
    );
  });

  test('writes areas one below the other, in the frame of the settings', () => {
    const document = documentWith({
      image: size,
      canvas: { width: 80, height: 80 },
      regions: [regionOf(1, [rectRing(10, 10, 20, 20)])],
    });
    expect(areasJson(document, { ...defaultSettings, maskFrame: 'canvas' })).toBe(
      '[\n  { "width": 80, "height": 80, "points": [20,20, 20,40, 40,40, 40,20] }\n]\n',
    );
  });

  test('measures an area in the frame that has its size', () => {
    const document = documentWith({
      image: { width: 8000, height: 4000 },
      canvas: { width: 1000, height: 1000 },
      placement: { x: 100, y: 200, width: 800, height: 400 },
    });
    const read = (width: number, height: number, points: number[]) => {
      const pasted = areasToRegions(JSON.stringify([{ width, height, points }]), document, 'image');
      return pasted.kind === 'read' ? pasted.document.regions[0]?.rings : pasted;
    };
    const inCanvas = read(1000, 1000, [200, 300, 200, 400, 300, 400, 300, 300]);
    const asSent = read(4096, 2048, [512, 512, 512, 1024, 1024, 1024, 1024, 512]);
    const asOpened = read(8000, 4000, [1000, 1000, 1000, 2000, 2000, 2000, 2000, 1000]);
    const elsewhere = read(80, 40, [10, 10, 10, 20, 20, 20, 20, 10]);
    const rings = [rectRing(1000, 1000, 2000, 2000)];
    expect([inCanvas, asSent, asOpened, elsewhere]).toEqual([rings, rings, rings, rings]);
  });

  test('prefers the frame of the settings where both have the same size', () => {
    const document = documentWith({
      image: size,
      canvas: size,
      placement: { x: 10, y: 0, width: 20, height: 20 },
    });
    const rings = (kind: 'image' | 'canvas') => {
      const pasted = areasToRegions(JSON.stringify([square]), document, kind);
      return pasted.kind === 'read' ? pasted.document.regions[0]?.rings : pasted;
    };
    expect(rings('image')).toEqual([rectRing(10, 10, 20, 20)]);
    expect(rings('canvas')).toEqual([rectRing(0, 20, 20, 40)]);
  });

  test('gives areas that are sent as they were; where areas touch, perhaps divided otherwise', () => {
    fc.assert(
      fc.property(anyRings(40), (any) => {
        const rings = clipRings(any, { x: 0, y: 0, ...size });
        const areas = areasOf(rings, size);
        const again = sentAgain(areas, empty);
        expect(pictureOf(again)).toBe(pictureOf(areas));
        if (!hasTouches(rings)) expect(again).toEqual(areas);
      }),
      { numRuns: propertyRuns(25) },
    );
  });

  test('gives areas that are sent as they were in every nasty case', () => {
    const changed = Object.entries(nastyCases).filter(([name, { rings, size }]) => {
      if (name === '6,000 vertices') return false;
      const areas = areasOf(clipRings(rings, { x: 0, y: 0, ...size }), size);
      return JSON.stringify(sentAgain(areas, documentWith({ image: size }))) !== JSON.stringify(areas);
    });
    expect(changed.map(([name]) => name)).toEqual([]);
  });
});

describe('areas that cannot be read', () => {
  const area = (parts: object) => JSON.stringify([square, { ...square, ...parts }]);
  const manyVertices = Array.from({ length: 200_002 }, () => 1);
  const wrongJson =
    'Nothing was added: this is no JSON with areas in it (areas, a mask, a request, COCO or labelme).';
  const notNumbers = 'Nothing was added: area 2 has points that are no numbers of px.';
  const cases: Record<string, readonly [text: string, sentence: string]> = {
    'no text': ['', wrongJson],
    'no JSON': ['{"areas": [', wrongJson],
    'a number': ['17', wrongJson],
    'a request with a mask image': [
      '{"model_params":{"mask":{"url":"https://example.com/m.png"}}}',
      wrongJson,
    ],
    'a list for an area': [
      '[[]]',
      'Nothing was added: area 1 is not an object with width, height and points.',
    ],
    'deep nesting': ['['.repeat(200_000) + ']'.repeat(200_000), wrongJson],
    'more than 20,000 areas': [
      JSON.stringify(Array.from({ length: 20_001 }, () => square)),
      'Nothing was added: there are more than 20,000 areas.',
    ],
    'a million empty areas': [
      `[${'{},'.repeat(1_000_000)}{}]`,
      'Nothing was added: there are more than 20,000 areas.',
    ],
    'a million numbers': [
      `[{"width":9,"height":9,"points":[${'1,'.repeat(1_000_000)}1]}]`,
      'Nothing was added: the areas have more than 100,000 vertices.',
    ],
    'deep objects': [`${'{"areas":'.repeat(50_000)}1${'}'.repeat(50_000)}`, wrongJson],
    'more than 5 MB': [' '.repeat(5 * 1024 * 1024 + 1), 'Nothing was added: the text is larger than 5 MB.'],
    'an empty list': ['[]', 'Nothing was added: the list of areas is empty.'],
    'more than 100,000 vertices': [
      area({ points: manyVertices }),
      'Nothing was added: the areas have more than 100,000 vertices.',
    ],
    'two vertices': [area({ points: [1, 2, 3, 4] }), 'Nothing was added: area 2 has fewer than 3 vertices.'],
    'an odd number': [
      area({ points: [1, 2, 3, 4, 5, 6, 7] }),
      'Nothing was added: area 2 has an x without a y at the end of its points.',
    ],
    'text for a number': [area({ points: [1, 2, '3', 4, 5, 6] }), notNumbers],
    'null for a number': [area({ points: [1, 2, Number.NaN, 4, 5, 6] }), notNumbers],
    'a huge number': [area({ points: [1, 2, 1e300, 4, 5, 6] }), notNumbers],
    'a number beyond all': [
      '[{"width":40,"height":40,"points":[1,2,1e999,4,5,6]}]',
      'Nothing was added: area 1 has points that are no numbers of px.',
    ],
    'points in threes': [
      area({
        points: [
          [1, 2, 3],
          [3, 4, 5],
          [5, 6, 7],
        ],
      }),
      notNumbers,
    ],
    'only run lengths': [
      JSON.stringify({ annotations: [{ segmentation: { counts: [9], size: [3, 3] } }] }),
      'Nothing was added: there are no polygons in it.',
    ],
    'annotations of several images': [
      JSON.stringify({
        annotations: [
          { image_id: 1, segmentation: [] },
          { image_id: 2, segmentation: [] },
        ],
      }),
      'Nothing was added: it is of several images, and none has the name or alone the size of this one.',
    ],
    'no points': [area({ points: undefined }), 'Nothing was added: area 2 has no list of points.'],
    'no width': [area({ width: 0 }), 'Nothing was added: area 2 has a width that is no whole number of px.'],
    'another field': [
      area({ ['x'.repeat(9999)]: 1 }),
      'Nothing was added: area 2 has other fields than width, height and points.',
    ],
    'far away': [
      area({ points: [1, 2, 9e12, 4, 5, 6] }),
      'Nothing was added: the areas lie far beyond the image.',
    ],
    'no area': [
      JSON.stringify([{ ...size, points: [0, 0, 5, 5, 10, 10] }]),
      'Nothing was added: the areas enclose nothing.',
    ],
  };

  test('are refused with one sentence each', () => {
    const sentences = Object.entries(cases).map(([name, [text]]) => [name, sentence(text)]);
    expect(sentences).toEqual(Object.entries(cases).map(([name, [, expected]]) => [name, expected]));
  });

  test('are refused where outlines are a tangle that would take minutes', () => {
    const points = Array.from({ length: 4000 }, (_, i) => (i * 7919 * (i % 7)) % 4001);
    expect(sentence(JSON.stringify([{ width: 4000, height: 4000, points }]))).toBe(
      'Nothing was added: the outlines cross themselves too often to be a mask.',
    );
  });

  test('are refused without an image to place them on', () => {
    expect(sentence(JSON.stringify([square]), documentWith({ image: null }))).toBe(
      'Nothing was added: open the image first that the areas belong to.',
    );
  });

  test('are told from areas for any JSON, without ever throwing', () => {
    const number = fc.oneof(fc.integer({ min: -50, max: 90 }), fc.double(), fc.maxSafeInteger());
    const nearlyArea = fc.record(
      {
        width: fc.oneof(fc.nat(99), fc.anything()),
        height: fc.nat(99),
        points: fc.array(number, { maxLength: 9 }),
      },
      { requiredKeys: [] },
    );
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      fc.array(nearlyArea).map((areas) => JSON.stringify(areas)),
      fc.jsonValue().map((value) => JSON.stringify({ annotations: [{ segmentation: [value] }] })),
      fc.jsonValue().map((value) => JSON.stringify({ shapes: [{ points: [value, value] }] })),
    );
    fc.assert(
      fc.property(text, (any) => {
        const pasted = areasToRegions(any, empty, 'image');
        if (pasted.kind === 'refused') expect(refusalText(pasted)).toMatch(/^Nothing was added: .{5,80}\.$/);
        else expect(JSON.parse(any).every(isArea)).toBe(true);
      }),
      { numRuns: propertyRuns(50) },
    );
  });
});

describe('polygons from elsewhere', () => {
  const square = [10, 10, 10, 20, 20, 20, 20, 10];
  const pairs = [
    [10, 10],
    [10, 20],
    [20, 20],
    [20, 10],
  ];
  const floats = [10.4, 9.6, 10, 20, 19.5, 20.2, 20, 10];
  const exact = { roundedVertices: 0, leftOut: 0 };
  const coco = (segmentation: unknown, images: unknown = [{ id: 7, width: 40, height: 40 }]) => ({
    images,
    annotations: [{ id: 1, image_id: 7, category_id: 2, iscrowd: 0, bbox: [10, 10, 10, 10], segmentation }],
    categories: [{ id: 2, name: 'cup' }],
  });
  const labelme = (...shapes: unknown[]) => ({
    version: '5.4.1',
    flags: {},
    shapes,
    imagePath: 'photo.jpg',
    imageData: null,
    imageWidth: 40,
    imageHeight: 40,
  });
  const shape = (shape_type: string, points: unknown) => ({
    label: 'cup',
    points,
    group_id: null,
    shape_type,
    flags: {},
  });

  test.each<[string, unknown, object]>([
    ['areas of fractions', [{ ...size, points: floats }], { roundedVertices: 2, leftOut: 0 }],
    ['areas of pairs', [{ ...size, points: pairs }], exact],
    ['COCO', coco([square]), exact],
    ['COCO of fractions', coco([floats]), { roundedVertices: 2, leftOut: 0 }],
    [
      'COCO at twice the size',
      coco([square.map((each) => 2 * each)], [{ id: 7, width: 80, height: 80 }]),
      exact,
    ],
    [
      'COCO of several images, one of which has the name',
      coco(
        [square],
        [
          { id: 6, file_name: 'a.png', ...size },
          { id: 7, file_name: 'train/photo.jpg', ...size },
        ],
      ),
      exact,
    ],
    [
      'COCO of several images, one of which has the size',
      coco(
        [square],
        [
          { id: 6, width: 10, height: 10 },
          { id: 7, ...size },
        ],
      ),
      exact,
    ],
    ['an annotation by itself', coco([square]).annotations[0], exact],
    ['a list of annotations', coco([square]).annotations, exact],
    [
      'COCO with run lengths',
      {
        annotations: [
          ...coco([square]).annotations,
          { image_id: 7, segmentation: { counts: 'x', size: [9, 9] } },
        ],
      },
      { roundedVertices: 0, leftOut: 1 },
    ],
    ['labelme', labelme(shape('polygon', pairs)), exact],
    [
      'labelme’s rectangle',
      labelme(
        shape('rectangle', [
          [20, 20],
          [10, 10],
        ]),
      ),
      exact,
    ],
    [
      'labelme with what is no polygon',
      labelme(
        shape('polygon', pairs),
        shape('line', [
          [1, 1],
          [9, 9],
        ]),
        shape('point', [[3, 3]]),
      ),
      { roundedVertices: 0, leftOut: 2 },
    ],
  ])('%s', (_kind, json, losses) => {
    const read = areasToRings(JSON.stringify(json), empty, 'image');
    const expected = areasToRings(JSON.stringify([{ ...size, points: square }]), empty, 'image');
    expect(read).toEqual({ ...expected, ...losses });
  });

  test('labelme’s circle', () => {
    const read = areasToRings(
      JSON.stringify(
        labelme(
          shape('circle', [
            [20, 20],
            [30, 20],
          ]),
        ),
      ),
      empty,
      'image',
    );
    const rings = read.kind === 'read' ? (read.ringsOfEach[0] ?? []) : [];
    expect(Math.abs(ringsPicture(rings).split('#').length - 1 - Math.PI * 100)).toBeLessThan(15);
  });
});
