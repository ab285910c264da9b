import { expect, test } from 'vitest';
import { maskFrame } from '../../../src/model/mask/maskFrame.ts';
import { maskSvg } from '../../../src/model/mask/maskSvg.ts';
import { documentWith, rectRing, regionOf } from '../document/sampleDocuments.ts';

const hole = rectRing(4, 4, 6, 6).toReversed();
const document = documentWith({
  image: { width: 40, height: 30 },
  canvas: { width: 80, height: 60 },
  regions: [regionOf(1, [rectRing(0, 0, 10, 10), hole]), regionOf(2, [rectRing(20, 0, 30, 10)], true)],
});

test('the mask as SVG is white on black in the size of the frame, without hidden regions', () => {
  expect(maskSvg(document, maskFrame(document, 'image'))).toBe(
    [
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">',
      '<rect width="40" height="30" fill="#000"/>',
      '<path d="M0,0L10,0L10,10L0,10ZM4,4L4,6L6,6L6,4Z" fill="#fff" fill-rule="nonzero" shape-rendering="crispEdges"/>',
      '</svg>\n',
    ].join('\n'),
  );
});

test('the mask as SVG follows the frame of the settings', () => {
  expect(maskSvg(document, maskFrame(document, 'canvas'))).toContain(
    'd="M0,0L20,0L20,20L0,20ZM8,8L8,12L12,12L12,8Z"',
  );
});
