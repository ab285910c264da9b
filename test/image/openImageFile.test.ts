import { describe, expect, test, vi } from 'vitest';
import { contentId, insecureContentId } from '../../src/image/contentId.ts';
import { type OpenedImage, openImageFile } from '../../src/image/openImageFile.ts';
import { refusalText } from '../helpers/toldWords.ts';
import {
  exifWithOrientation,
  jpegWithOrientation,
  pngChunk,
  pngWithOrientation,
  webpWithOrientation,
} from '../model/files/imageBytes.ts';
import {
  coloursAt,
  drawnImage,
  nameOf,
  quadrants,
  quadrantsOf,
  sampleBytes,
  sampleFile,
} from './imageFiles.ts';

async function open(file: File): Promise<OpenedImage> {
  const result = await openImageFile(file);
  if (result.kind === 'refused') throw new Error(refusalText(result));
  return result;
}

async function refusalOf(parts: BlobPart[], name: string): Promise<string> {
  const result = await openImageFile(new File(parts, name));
  return result.kind === 'refused' ? refusalText(result) : 'opened';
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

describe('a photograph opens', () => {
  test('with its size, its name, the hash of its content and its own bytes', async () => {
    const { source, blob, header, preview } = await open(await sampleFile('rocket.jpg'));
    expect(source).toEqual({
      id: 'c2dd0de7c538df8d111e479619b129464d0269d0ae5fd18ca91d33a7fdfea95c',
      name: 'rocket.jpg',
      width: 640,
      height: 427,
    });
    expect(header).toEqual({
      type: 'image/jpeg',
      width: 640,
      height: 427,
      orientation: 1,
      isAnimated: false,
    });
    expect([preview.width, preview.height]).toEqual([640, 427]);
    expect(blob.type).toBe('image/jpeg');
    expect(await bytesOf(blob)).toEqual(await sampleBytes('rocket.jpg'));
  });

  test('by what it is, not by what it is called', async () => {
    const file = new File([await sampleBytes('rocket.jpg')], 'rocket.png', { type: 'image/png' });
    expect((await open(file)).blob.type).toBe('image/jpeg');
  });

  test('under a name that is safe to show', async () => {
    const opened = await open(await sampleFile('coffee.png', 'a\u202e\u0000/../gnp.exe'));
    expect(opened.source.name).toBe('gnp.exe');
  });

  test.each(['image/png', 'image/webp'])('as %s with its transparency', async (type) => {
    const blob = await drawnImage(40, 40, type, (context) => {
      context.fillStyle = '#f00';
      context.fillRect(0, 0, 20, 20);
    });
    expect(quadrantsOf((await open(new File([blob], 'x'))).preview)).toBe('red clear clear clear');
  });

  test('with a preview of at most 2048 px a side, though it is larger', async () => {
    const blob = await drawnImage(4000, 1000, 'image/png', (context) => context.fillRect(0, 0, 9, 9));
    const { source, preview } = await open(new File([blob], 'wide.png'));
    expect(source).toMatchObject({ width: 4000, height: 1000 });
    expect([preview.width, preview.height]).toEqual([2048, 512]);
  });
});

describe('a large JPEG', () => {
  /** 3001 px are decoded at 6 eighths. */
  async function large(): Promise<Uint8Array<ArrayBuffer>> {
    const blob = await drawnImage(3001, 41, 'image/jpeg', (context) => {
      context.fillStyle = '#f00';
      context.fillRect(0, 0, 1500, 41);
    });
    return await bytesOf(blob);
  }

  test('opens with a preview that JPEG itself makes smaller, and with the size of the whole', async () => {
    const { source, preview } = await open(new File([await large()], 'large.jpg'));
    expect(source).toMatchObject({ width: 3001, height: 41 });
    expect([preview.width, preview.height]).toEqual([2251, 31]);
    expect(coloursAt(preview, [[1120, 15]]).map(nameOf)).toEqual(['red']);
    expect(coloursAt(preview, [[1130, 15]]).map(nameOf)).toEqual(['000']);
  });

  test('opens alike in a browser without ImageDecoder', async () => {
    vi.stubGlobal('ImageDecoder', undefined);
    const { source, preview } = await open(new File([await large()], 'large.jpg'));
    expect(source).toMatchObject({ width: 3001, height: 41 });
    expect([preview.width, preview.height]).toEqual([2048, 28]);
    vi.unstubAllGlobals();
  });

  test('that lies on its side is opened upright', async () => {
    const turned = jpegWithOrientation(await large(), 6, true);
    const { source, preview } = await open(new File([turned], 'large.jpg'));
    expect(source).toMatchObject({ width: 41, height: 3001 });
    expect([preview.width, preview.height]).toEqual([28, 2048]);
  });

  test('that is cut short is opened as far as it goes, as a copy that says so', async () => {
    const bytes = await large();
    const { source, preview } = await open(new File([bytes.subarray(0, bytes.length * 0.9)], 'large.jpg'));
    expect(source).toMatchObject({ width: 3001, height: 41, copy: { reason: 'damaged' } });
    expect(coloursAt(preview, [[20, 2]]).map(nameOf)).toEqual(['red']);
  });
});

describe('the EXIF orientation', () => {
  const seen = [
    'red green blue white',
    'green red white blue',
    'white blue green red',
    'blue white red green',
    'red blue green white',
    'blue red white green',
    'white green blue red',
    'green white red blue',
  ];

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i of a JPEG is applied once', async (orientation) => {
    const jpeg = jpegWithOrientation(await bytesOf(await quadrants('image/jpeg')), orientation, true);
    const { source, preview } = await open(new File([jpeg], 'turned.jpg'));
    expect(quadrantsOf(preview)).toBe(seen[orientation - 1]);
    expect([source.width, source.height]).toEqual(orientation >= 5 ? [40, 60] : [60, 40]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i of a WebP is applied once', async (orientation) => {
    const webp = webpWithOrientation(await bytesOf(await quadrants('image/webp')), orientation);
    const { source, preview } = await open(new File([webp], 'turned.webp'));
    expect(quadrantsOf(preview)).toBe(seen[orientation - 1]);
    expect([source.width, source.height]).toEqual(orientation >= 5 ? [40, 60] : [60, 40]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i of a PNG is applied once', async (orientation) => {
    const png = pngWithOrientation(await bytesOf(await quadrants('image/png')), orientation);
    const { source, preview } = await open(new File([png], 'turned.png'));
    expect(quadrantsOf(preview)).toBe(seen[orientation - 1]);
    expect([source.width, source.height]).toEqual(orientation >= 5 ? [40, 60] : [60, 40]);
  });

  test('of a PNG leaves size and pixels agreeing with each other', async () => {
    const png = await bytesOf(await quadrants('image/png'));
    const exif = pngChunk('eXIf', exifWithOrientation(6, true));
    const turned = new Uint8Array([...png.subarray(0, 33), ...exif, ...png.subarray(33)]);
    const { source, preview, header } = await open(new File([turned], 'turned.png'));
    expect([source.width, source.height]).toEqual([preview.width, preview.height]);
    expect(header.orientation).toBe(6);
  });
});

describe('a file that every viewer opens although it is damaged opens, as a copy that says so:', () => {
  test.each([
    ['rocket.jpg', 0.1],
    ['rocket.jpg', 0.5],
    ['rocket.jpg', 0.99],
    ['coffee.png', 0.5],
    ['coffee.png', 0.9999],
  ])('%s, cut to %d', async (sample, share) => {
    const bytes = await sampleBytes(sample);
    const cut = new File([bytes.subarray(0, Math.floor(bytes.length * share))], sample);
    const { source, blob } = await open(cut);
    const { width, height } = await createImageBitmap(blob);
    expect(source.copy).toEqual({ reason: 'damaged', width, height });
    // Opened again from what was kept, it is the same photograph.
    const again = await open(new File([blob], sample));
    expect([again.source.id, again.source.copy]).toEqual([source.id, undefined]);
  });

  test('a PNG with a bad checksum that does not matter is opened as it is', async () => {
    const bytes = (await sampleBytes('coffee.png')).slice();
    // The last byte of the second chunk, pHYs.
    bytes[33 + 8 + 9 + 3] = 0;
    const { source } = await open(new File([bytes], 'coffee.png'));
    expect([source.width, source.copy]).toEqual([600, undefined]);
  });
});

describe('refused, in a sentence:', () => {
  test('an empty file', async () => {
    expect(await refusalOf([], 'photo.jpg')).toBe(
      'The file is empty. Open a JPEG, PNG, WebP, GIF, AVIF or BMP.',
    );
  });

  test.each([
    ['%PDF-1.7\n', 'This is a PDF.'],
    ['<?xml version="1.0"?><svg></svg>', 'This is an SVG drawing.'],
    ['Dear diary', 'This is a text file.'],
    ['\0\x01\x02', 'This is not an image.'],
  ])('%j under the name of a PNG', async (head, sentence) => {
    expect(await refusalOf([head], 'photo.png')).toBe(
      `${sentence} Open a JPEG, PNG, WebP, GIF, AVIF or BMP.`,
    );
  });

  test.each(['rocket.jpg', 'coffee.png'])('%s cut short before its first pixel', async (sample) => {
    const bytes = await sampleBytes(sample);
    for (const length of [20, 60]) {
      const cut = bytes.subarray(0, length);
      expect(await refusalOf([cut], sample)).toBe('The image is damaged or incomplete and cannot be opened.');
    }
  });

  test('a format of images that this browser does not know', async () => {
    expect(await refusalOf(['\0\0\0\x18ftypheic'], 'IMG_1.HEIC')).toBe(
      'This is a HEIC photo, which this browser cannot open. Save it as a JPEG or PNG, and open that.',
    );
  });

  test('more pixels than the limit, before any is decoded', async () => {
    const png = (await sampleBytes('coffee.png')).slice();
    new DataView(png.buffer).setUint32(16, 25_001);
    new DataView(png.buffer).setUint32(20, 10_000);
    expect(await refusalOf([png], 'bomb.png')).toBe(
      'The image has 251 megapixels; at most 250 can be opened.',
    );
  });

  test('more bytes than the limit', async () => {
    const file = new File([new Uint8Array(5_000_001)], 'huge.png');
    const refused = await openImageFile(file, 5_000_000);
    expect(refused.kind === 'refused' && refusalText(refused)).toBe(
      'The file has 5 MB; at most 4.8 MB can be opened.',
    );
  });

  test('a file that can no longer be read', async () => {
    const gone = Object.assign(new File(['x'], 'gone.png'), {
      arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
    });
    expect(await openImageFile(gone)).toMatchObject({ kind: 'refused', reason: 'unreadable' });
  });
});

test('content is named by its SHA-256, and without secure context still by its bytes', async () => {
  const abc = new TextEncoder().encode('abc');
  expect(await contentId(abc)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(insecureContentId(abc)).toBe('3-1a47e90b');
});

test('a reduced photograph whose pixels find no memory frees the decoder’s frame, and opens the ordinary way', async () => {
  const closed = vi.spyOn(VideoFrame.prototype, 'close');
  const decode = createImageBitmap;
  vi.stubGlobal('createImageBitmap', (source: ImageBitmapSource, ...options: [ImageBitmapOptions?]) =>
    source instanceof VideoFrame ? Promise.reject(new Error('no memory')) : decode(source, ...options),
  );
  const large = await drawnImage(4800, 3200, 'image/jpeg', (context) => context.fillRect(0, 0, 4800, 3200));
  const { preview } = await open(new File([large], 'large.jpg'));
  expect(preview.width).toBe(2048);
  expect(closed).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
