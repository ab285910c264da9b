import { describe, expect, test } from 'vitest';
import { type Document, emptyDocument } from '../../../src/model/document/document.ts';
import { problemsOf } from '../../../src/model/request/problems.ts';
import { defaultSettings, type Settings } from '../../../src/model/request/settings.ts';
import { sentence } from '../../../src/ui/texts/sentence.ts';
import * as texts from '../../../src/ui/texts/texts.ts';
import { documentWith, rectRing, regionOf } from '../document/sampleDocuments.ts';

const settings: Settings = { ...defaultSettings, prompt: 'A quiet lake' };
const part = regionOf(1, [rectRing(0, 0, 100, 100)]);
const fine = documentWith({ regions: [part] });

function found(document: Document, given: Settings = settings): string[] {
  return problemsOf(document, given).map(({ severity, id, field }) => `${severity} ${id} → ${field}`);
}

function messagesOf(document: Document, given: Settings = settings): string[] {
  return problemsOf(document, given).map((problem) => sentence(texts.problems, problem.id, problem));
}

test('a masked image with a prompt has no problems', () => {
  expect(problemsOf(fine, settings)).toEqual([]);
});

test('the start screen asks for an image and a prompt, and for nothing else', () => {
  expect(problemsOf(emptyDocument, defaultSettings)).toEqual([
    { id: 'noImage', severity: 'stops', field: 'image' },
    { id: 'emptyPrompt', severity: 'stops', field: 'prompt' },
  ]);
  expect(messagesOf(emptyDocument, defaultSettings)).toEqual([
    'Open an image to begin.',
    'Write a prompt that says what to paint.',
  ]);
});

describe('sending stops at', () => {
  test('a blank prompt and one that is too long', () => {
    expect(found(fine, { ...settings, prompt: ' \n\t' })).toEqual(['stops emptyPrompt → prompt']);
    expect(found(fine, { ...settings, prompt: 'x'.repeat(8192) })).toEqual([]);
    expect(messagesOf(fine, { ...settings, prompt: 'x'.repeat(8193) })).toEqual([
      'The prompt has 8193 characters. Shorten it to 8192.',
    ]);
  });

  test('a prompt with half of a character, which JSON can carry but no service read', () => {
    expect(found(fine, { ...settings, prompt: 'a cat 🐈' })).toEqual([]);
    expect(messagesOf(fine, { ...settings, prompt: `a cat ${'🐈'.slice(0, 1)}` })).toEqual([
      'The prompt holds half of a character, shown as �, which cannot be sent. Delete it and type it anew.',
    ]);
  });

  test('a mask of more areas than a request may have, unless it is sent as a picture', {
    timeout: 60_000,
  }, () => {
    const dots = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const [x, y] = [3 * (index % 160), 3 * Math.floor(index / 160)];
        return rectRing(x, y, x + 2, y + 2);
      });
    const dotted = (count: number) => documentWith({ regions: [regionOf(1, dots(count))] });
    expect(found(dotted(20_000))).toEqual([]);
    expect(messagesOf(dotted(20_001))).toEqual([
      'As polygons, the mask has 80,004 vertices in 20,001 areas; at most 100,000 in 20,000 can be sent. ' +
        'Simplify it, or choose Mask image as the mask format.',
    ]);
    expect(found(dotted(20_001), { ...settings, maskFormat: 'image' })).toEqual([]);
  });

  test('an image off the frame, rather than calling that nothing to generate', () => {
    const off = { ...fine, placement: { x: 1200, y: 0, width: 1200, height: 800 } };
    expect(found(off)).toEqual(['stops imageOffFrame → placement']);
  });

  test('a covered frame without a mask', () => {
    expect(found(documentWith({}))).toEqual(['stops nothingToGenerate → regions']);
  });

  test('a covered frame whose only mask is hidden or beside the frame', () => {
    const hidden = documentWith({ regions: [{ ...part, isHidden: true }] });
    expect(found(hidden)).toEqual(['stops nothingToGenerate → regions', 'warns regionsHidden → regions']);
    const overhanging = documentWith({
      canvas: { width: 600, height: 600 },
      placement: { x: -300, y: -100, width: 1200, height: 800 },
      regions: [part],
    });
    expect(found(overhanging)).toEqual([
      'stops nothingToGenerate → regions',
      'warns regionsOffFrame → regions',
    ]);
  });

  test('a callback URL that the service would refuse, in the words of the contract', () => {
    expect(found(fine, { ...settings, callbackUrl: ' https://example.com/hook ' })).toEqual([]);
    expect(messagesOf(fine, { ...settings, callbackUrl: 'http://example.com' })).toEqual([
      'The callback URL must be a full https:// address.',
    ]);
    expect(found(fine, { ...settings, callbackUrl: 'https://10.0.0.1/' })).toEqual([
      'stops invalidCallbackUrl → callbackUrl',
    ]);
  });
});

describe('a margin to outpaint', () => {
  test('needs no mask', () => {
    expect(found(documentWith({ canvas: { width: 1201, height: 800 }, placement: imageBox() }))).toEqual([]);
  });
});

describe('a warning tells of', () => {
  test('regions beside the image and partly beside it, by name', () => {
    const beside = [2, 3, 4, 5].map((number) => regionOf(number, [rectRing(-50, 0, 0, 50)]));
    const partly = regionOf(6, [rectRing(1150, 0, 1250, 50)]);
    const document = documentWith({ regions: [part, ...beside, partly] });
    expect(messagesOf(document)).toEqual([
      'Outside the image, where everything is generated anyway: Region 2, Region 3, Region 4 and 1 more. ' +
        'Move onto the image, or delete.',
      'Partly outside the image: Region 6. Only what is on the image has an effect.',
    ]);
  });

  test('a region whose box touches the image and whose area does not', () => {
    const corner = regionOf(2, [
      [
        { x: -30, y: -1 },
        { x: -1, y: -30 },
        { x: 10, y: -30 },
        { x: -30, y: 10 },
      ],
    ]);
    expect(found(documentWith({ regions: [part, corner] }))).toEqual(['warns regionsOutsideImage → regions']);
  });

  test('a hidden region as hidden, and not as outside besides', () => {
    const hidden = regionOf(2, [rectRing(-50, 0, 0, 50)], true);
    expect(messagesOf(documentWith({ regions: [part, hidden] }))).toEqual([
      'Hidden, and therefore not sent: Region 2.',
    ]);
  });

  test('a mask over the whole image', () => {
    const all = regionOf(1, [rectRing(0, 0, 1200, 800)]);
    expect(found(documentWith({ regions: [all] }))).toEqual(['warns everythingMasked → regions']);
  });

  test('an image drawn larger than its pixels, by how much, and from one percent on', () => {
    const enlarged = (width: number, height: number) =>
      documentWith({ canvas: { width, height }, regions: [part] });
    expect(messagesOf(enlarged(1680, 1120))).toEqual([
      'The image is drawn 40 % larger than its pixels and may look soft. Make it smaller.',
    ]);
    expect(found(enlarged(1203, 802))).toEqual([]);
  });

  test('a stretched image, but not one that is only rounded', () => {
    const placed = (width: number, height: number) =>
      documentWith({ canvas: { width: 1200, height: 800 }, placement: { x: 0, y: 0, width, height } });
    expect(messagesOf(placed(600, 600))).toEqual([
      'The image is stretched to 600 × 600 px. Fit or fill the frame to restore its ratio.',
    ]);
    expect(found(placed(601, 400))).toEqual([]);
    expect(found(placed(7, 5))).toEqual([]);
  });

  test('an image that is small, and one that is scaled down for sending', () => {
    const small = documentWith({ image: { width: 800, height: 499 }, regions: [part] });
    expect(messagesOf(small)).toEqual([
      'The image is only 800 × 499 px. Sides of 500 px and more give better results.',
    ]);
    const large = documentWith({
      image: { width: 8192, height: 6144 },
      canvas: { width: 4096, height: 3072 },
      regions: [part],
    });
    expect(messagesOf(large)).toEqual([
      'The image is scaled down to 4096 × 3072 px when it is sent. Nothing needs to be done.',
    ]);
  });
});

function imageBox() {
  return { x: 0, y: 0, width: 1200, height: 800 };
}
