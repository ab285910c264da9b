import { expect, test } from 'vitest';
import { type OpenedImage, openImageFile } from '../../src/image/openImageFile.ts';
import { imageForUpload } from '../../src/image/uploadImage.ts';
import { jpegWithOrientation } from '../model/imageFile/exifBytes.ts';
import { drawnImage, quadrants, quadrantsOf, sampleFile } from './imageFiles.ts';

async function open(blob: Blob, name: string): Promise<OpenedImage> {
  const opened = await openImageFile(new File([blob], name));
  if (opened.kind === 'refused') throw new Error(opened.sentence);
  return opened;
}

test('an upright photograph of its own size is sent byte for byte', async () => {
  const opened = await open(await sampleFile('rocket.jpg'), 'my rocket.png');
  const upload = await imageForUpload(opened, { width: 640, height: 427 });
  expect(upload.blob).toBe(opened.blob);
  expect(upload.name).toBe('my-rocket.jpg');
});

test('a turned photograph is sent upright, without a second orientation to apply', async () => {
  const jpeg = new Uint8Array(await (await quadrants('image/jpeg')).arrayBuffer());
  const opened = await open(new Blob([jpegWithOrientation(jpeg, 6, true)]), 'turned.jpg');
  const upload = await imageForUpload(opened, { width: 40, height: 60 });
  const sent = await open(upload.blob, upload.name);
  expect(upload.name).toBe('turned.jpg');
  expect(sent.header).toEqual({
    type: 'image/jpeg',
    width: 40,
    height: 60,
    orientation: 1,
    isAnimated: false,
  });
  expect(quadrantsOf(sent.preview)).toBe('blue red white green');
});

test('an image too large is sent in the size asked for, its transparency kept', async () => {
  const blob = await drawnImage(5000, 2500, 'image/webp', (context) => {
    context.fillStyle = '#00f';
    context.fillRect(0, 0, 2500, 1250);
  });
  const opened = await open(blob, 'wide.webp');
  const upload = await imageForUpload(opened, { width: 4096, height: 2048 });
  const sent = await open(upload.blob, upload.name);
  expect(upload.name).toBe('wide.png');
  expect(sent.header).toMatchObject({ type: 'image/png', width: 4096, height: 2048 });
  expect(quadrantsOf(sent.preview)).toBe('blue clear clear clear');
});

test('an animation is sent as the frame that is seen', async () => {
  const opened = await open(await quadrants('image/png'), 'moving.gif');
  const header = { ...opened.header, type: 'image/gif', isAnimated: true } as const;
  const upload = await imageForUpload({ ...opened, header }, { width: 60, height: 40 });
  expect(upload.name).toBe('moving.png');
  expect(quadrantsOf(await createImageBitmap(upload.blob))).toBe('red green blue white');
});
