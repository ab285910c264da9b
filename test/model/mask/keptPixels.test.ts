import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../../src/model/document/document.ts';
import { keptPixels } from '../../../src/model/mask/keptPixels.ts';
import { layoutOf } from '../../../src/model/request/layout.ts';
import { documentWith, rectRing, regionOf } from '../document/sampleDocuments.ts';
import { rowsOf } from '../pixels/drawnPixels.ts';

describe('what is to be kept', () => {
  test('is what the image covers and no visible region masks', () => {
    const document = documentWith({
      image: { width: 6, height: 4 },
      canvas: { width: 8, height: 5 },
      placement: { x: 1, y: 1, width: 6, height: 4 },
      regions: [regionOf(1, [rectRing(2, 1, 4, 3)]), regionOf(2, [rectRing(0, 0, 6, 4)], true)],
    });
    const rows = ['........', '.######.', '.##..##.', '.##..##.', '.######.'];
    expect(rowsOf(keptPixels(document, 'image'))).toEqual(rows);
    expect(rowsOf(keptPixels(document, 'canvas'))).toEqual(rows);
  });

  test('leaves out what the frame cuts off', () => {
    const document = documentWith({
      image: { width: 6, height: 4 },
      canvas: { width: 4, height: 3 },
      placement: { x: -3, y: 1, width: 6, height: 4 },
      regions: [regionOf(1, [rectRing(0, 0, 4, 1)])],
    });
    expect(rowsOf(keptPixels(document, 'image'))).toEqual(['....', '.##.', '###.']);
  });

  test('is judged by the pixels of the sent mask where the image is enlarged', () => {
    // A triangle's slope in image px becomes steps of three canvas px.
    const triangle = [
      { x: 0, y: 0 },
      { x: 2, y: 2 },
      { x: 0, y: 2 },
    ];
    const document = documentWith({
      image: { width: 2, height: 2 },
      canvas: { width: 6, height: 6 },
      regions: [regionOf(1, [triangle])],
    });
    const rows = rowsOf(keptPixels(document, 'image'));
    expect(new Set([0, 3].map((y) => rows.slice(y, y + 3)).map((three) => new Set(three).size))).toEqual(
      new Set([1]),
    );
    expect(rowsOf(keptPixels(document, 'canvas'))).not.toEqual(rows);
  });

  test('has as many pixels as the layout says', () => {
    const document = documentWith({
      image: { width: 300, height: 200 },
      canvas: { width: 512, height: 400 },
      placement: { x: 40, y: -20, width: 300, height: 200 },
      regions: [regionOf(1, [rectRing(10, 10, 100, 100)])],
    });
    const { bits } = keptPixels(document, 'image');
    expect(bits.filter((bit) => bit === 1)).toHaveLength(layoutOf(document).pixels.kept);
  });

  test('is nothing without an image', () => {
    expect(keptPixels(emptyDocument, 'image').bits.includes(1)).toBe(false);
  });
});
