import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Document, emptyDocument } from '../../../src/model/document/document.ts';
import { type Rect, rectOfSize, type Size } from '../../../src/model/geometry/rect.ts';
import { normaliseRings } from '../../../src/model/geometry/rings/normaliseRings.ts';
import { rasteriseRings } from '../../../src/model/geometry/rings/rasteriseRings.ts';
import { isExactInFrame, maskFrame, ringsInFrame } from '../../../src/model/mask/maskFrame.ts';
import { sentImageSize } from '../../../src/model/mask/sentImageSize.ts';
import { anyRings, box, naiveRaster, orthogonalRings, picture } from '../geometry/rings/ringFixtures.ts';

function documentWith(image: Size, placement: Rect): Document {
  return { ...emptyDocument, image: { ...image, id: 'photo', name: 'photo.jpg' }, placement };
}

const example = documentWith({ width: 100, height: 100 }, { x: 256, y: 256, width: 512, height: 512 });

describe('sentImageSize', () => {
  test('an image within the limit is sent as it is', () => {
    expect(sentImageSize({ width: 4096, height: 1 })).toEqual({ width: 4096, height: 1 });
  });

  test('a longer side is scaled down to the limit, the other with it, to at least one pixel', () => {
    expect(sentImageSize({ width: 6000, height: 4001 })).toEqual({ width: 4096, height: 2731 });
    expect(sentImageSize({ width: 1, height: 20_000 })).toEqual({ width: 1, height: 4096 });
  });
});

describe('maskFrame', () => {
  test('the image frame is the image as sent, wherever it is placed', () => {
    expect(maskFrame(example, 'image')).toEqual({
      size: { width: 100, height: 100 },
      scale: { x: 1, y: 1 },
      offset: { x: 0, y: 0 },
      photo: { x: 0, y: 0, width: 100, height: 100 },
    });
    const large = documentWith({ width: 8192, height: 4096 }, example.placement);
    expect(maskFrame(large, 'image')).toEqual({
      size: { width: 4096, height: 2048 },
      scale: { x: 0.5, y: 0.5 },
      offset: { x: 0, y: 0 },
      photo: { x: 0, y: 0, width: 4096, height: 2048 },
    });
  });

  test('the canvas frame is the canvas, and follows the placement', () => {
    expect(maskFrame(example, 'canvas')).toEqual({
      size: { width: 1024, height: 1024 },
      scale: { x: 5.12, y: 5.12 },
      offset: { x: 256, y: 256 },
      photo: example.placement,
    });
  });

  test('without an image both are the canvas', () => {
    const photo = rectOfSize(emptyDocument.canvas);
    const frame = { size: emptyDocument.canvas, scale: { x: 1, y: 1 }, offset: { x: 0, y: 0 }, photo };
    expect(maskFrame(emptyDocument, 'image')).toEqual(frame);
    expect(maskFrame(emptyDocument, 'canvas')).toEqual(frame);
  });
});

describe('ringsInFrame', () => {
  test('in the identical frame rings keep every pixel, and lose what is outside', () => {
    const document = documentWith({ width: 20, height: 16 }, { x: 5, y: 5, width: 300, height: 100 });
    const frame = maskFrame(document, 'image');
    fc.assert(
      fc.property(orthogonalRings(20), (rings) => {
        const inFrame = ringsInFrame(rings, frame);
        expect(picture(rasteriseRings(inFrame, frame.size), 20)).toBe(
          picture(naiveRaster(rings, frame.size), 20),
        );
        expect(inFrame.flat().filter(({ x, y }) => x < 0 || y < 0 || x > 20 || y > 16)).toEqual([]);
      }),
    );
  });

  test('in another frame rings are moved, rounded and clipped', () => {
    const document = documentWith({ width: 100, height: 100 }, { x: -10, y: 20, width: 150, height: 50 });
    const rings = ringsInFrame([box(5, 5, 40, 40)], maskFrame(document, 'canvas'));
    expect(rings).toEqual(normaliseRings([box(0, 23, 58, 20)]));
  });

  test('in the canvas frame nothing beside the photo is masked, as on the stage', () => {
    const document = documentWith({ width: 100, height: 100 }, { x: 200, y: 300, width: 100, height: 100 });
    const spilling = ringsInFrame([box(50, 50, 200, 30)], maskFrame(document, 'canvas'));
    expect(spilling).toEqual(normaliseRings([box(250, 350, 50, 30)]));
    const beside = { ...document, placement: { x: -500, y: 0, width: 100, height: 100 } };
    expect(ringsInFrame([box(0, 0, 900, 90)], maskFrame(beside, 'canvas'))).toEqual([]);
  });

  test('is empty where no ring is in the frame', () => {
    expect(ringsInFrame([box(200, 200, 10, 10)], maskFrame(example, 'image'))).toEqual([]);
  });
});

describe('isExactInFrame', () => {
  test('anything in whole pixels is exact in its own frame', () => {
    fc.assert(
      fc.property(anyRings(100), (rings) => {
        expect(isExactInFrame(rings, maskFrame(example, 'image'))).toBe(true);
      }),
    );
  });

  test('a scaled frame is exact where vertices meet whole pixels of it', () => {
    const thirds = maskFrame(
      documentWith({ width: 300, height: 300 }, { x: 7, y: 9, width: 100, height: 100 }),
      'canvas',
    );
    expect(isExactInFrame([box(3, 6, 30, 60)], thirds)).toBe(true);
    expect(isExactInFrame([box(3, 6, 31, 60)], thirds)).toBe(false);
  });
});
