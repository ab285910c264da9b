import { expect, test, vi } from 'vitest';
import { createDisplayImage } from '../../src/image/displayImage.ts';
import { type OpenedImage, openImageFile } from '../../src/image/openImageFile.ts';
import { eighthsSize, isSharpAt, previewSize } from '../../src/image/previewSize.ts';
import { refusalText } from '../helpers/toldWords.ts';
import { drawnImage } from './imageFiles.ts';

async function openDrawn(width: number, height: number): Promise<OpenedImage> {
  const blob = await drawnImage(width, height, 'image/png', (context) => context.fillRect(0, 0, 1, 1));
  const opened = await openImageFile(new File([blob], 'drawn.png'));
  if (opened.kind === 'refused') throw new Error(refusalText(opened));
  return opened;
}

function sizeOf({ width, height }: ImageBitmap) {
  return { width, height };
}

test('a preview is the image itself up to 2048 px, and never flat', () => {
  const sizes = [
    { width: 2048, height: 1 },
    { width: 4096, height: 3072 },
    { width: 30_000, height: 3 },
  ];
  expect(sizes.map(previewSize)).toEqual([
    { width: 2048, height: 1 },
    { width: 2048, height: 1536 },
    { width: 2048, height: 1 },
  ]);
});

test('a JPEG is decoded at whole eighths of its size, at most a little below the preview', () => {
  const sizes = [
    { width: 4000, height: 3000 },
    { width: 3001, height: 8001 },
    { width: 11_547, height: 8660 },
    { width: 2100, height: 2100 },
    { width: 640, height: 427 },
  ];
  expect(sizes.map((size) => eighthsSize(size))).toEqual([
    { width: 2000, height: 1500 },
    { width: 751, height: 2001 },
    { width: 2887, height: 2165 },
    undefined,
    undefined,
  ]);
});

test('a bitmap is sharp as long as it has a pixel for every device px', () => {
  const image = { width: 4096, height: 1000 };
  const preview = { width: 2048, height: 500 };
  expect([0.1, 0.5, 0.51, 1, 8].map((scale) => isSharpAt(preview, image, scale))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(isSharpAt(image, image, 32)).toBe(true);
});

test('the preview is drawn until a close look asks for all pixels, and they come later', async () => {
  const opened = await openDrawn(3000, 30);
  const onSharper = vi.fn();
  const display = createDisplayImage(opened, onSharper);
  expect(display.bitmapAt(0.5)).toBe(opened.preview);
  expect(display.bitmapAt(1)).toBe(opened.preview);
  await vi.waitFor(() => expect(onSharper).toHaveBeenCalledOnce(), { timeout: 10_000 });
  expect(sizeOf(display.bitmapAt(1))).toEqual({ width: 3000, height: 30 });
  expect(display.bitmapAt(0.5)).toBe(opened.preview);
  display.close();
  expect(sizeOf(opened.preview)).toEqual({ width: 0, height: 0 });
});

test('a small image has one bitmap, sharp at any scale', async () => {
  const opened = await openDrawn(64, 64);
  const decode = vi.spyOn(globalThis, 'createImageBitmap');
  expect(createDisplayImage(opened, vi.fn()).bitmapAt(32)).toBe(opened.preview);
  expect(decode).not.toHaveBeenCalled();
  decode.mockRestore();
});

test('an image closed while all its pixels are being decoded stays closed', async () => {
  const opened = await openDrawn(3000, 30);
  const onSharper = vi.fn();
  const decode = vi.spyOn(globalThis, 'createImageBitmap');
  const display = createDisplayImage(opened, onSharper);
  display.bitmapAt(1);
  display.close();
  const whole = await decode.mock.results[0]?.value;
  await vi.waitFor(() => expect(sizeOf(whole)).toEqual({ width: 0, height: 0 }), { timeout: 10_000 });
  expect(onSharper).not.toHaveBeenCalled();
  decode.mockRestore();
});
