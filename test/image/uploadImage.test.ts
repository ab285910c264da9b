import { expect, test } from 'vitest';
import { type OpenedImage, openImageFile } from '../../src/image/openImageFile.ts';
import { readSentForm } from '../../src/image/readSentForm.ts';
import { imageForUpload } from '../../src/image/uploadImage.ts';
import { refusalText } from '../helpers/toldWords.ts';
import { jpegWithOrientation } from '../model/files/imageBytes.ts';
import { coloursAt, drawnImage, quadrants, quadrantsOf, sampleFile } from './imageFiles.ts';

async function open(blob: Blob, name: string): Promise<OpenedImage> {
  const opened = await openImageFile(new File([blob], name));
  if (opened.kind === 'refused') throw new Error(refusalText(opened));
  return opened;
}

test('an upright photograph of its own size and nothing else is sent byte for byte', async () => {
  const opened = await open(await quadrants('image/jpeg'), 'my rocket.png');
  const upload = await imageForUpload(opened, 50_000_000);
  expect(upload.blob).toBe(opened.blob);
  expect(upload.name).toBe('my-rocket.jpg');
});

/** The file with a comment behind its start. */
async function withComment(jpeg: Blob): Promise<Blob> {
  return new Blob([jpeg.slice(0, 2), Uint8Array.of(0xff, 0xfe, 0, 8), 'secret', jpeg.slice(2)]);
}

test('a photograph with a comment is sent with its own pixels, without that', async () => {
  const photo = await quadrants('image/jpeg');
  const upload = await imageForUpload(await open(await withComment(photo), 'rocket.jpg'), 50_000_000);
  const [plain, sent] = await Promise.all([photo, upload.blob].map((blob) => blob.arrayBuffer()));
  expect(sent).toEqual(plain);
});

test('a photograph in AdobeRGB is sent in sRGB, with the colours that are seen', async () => {
  const opened = await open(await sampleFile('rocket.jpg'), 'rocket.jpg');
  const upload = await imageForUpload(opened, 50_000_000);
  const sent = await open(upload.blob, upload.name);
  const forms = await Promise.all([opened, sent].map((image) => readSentForm(image, 50_000_000)));
  expect(forms.map(({ form }) => form)).toEqual([
    { kind: 'encoded', obstacles: ['profile'] },
    { kind: 'file' },
  ]);
  const points = [
    [3, 3],
    [320, 200],
    [600, 400],
  ] as const;
  const [seen, received] = [opened, sent].map(({ preview }) => coloursAt(preview, points).flat());
  const differences = seen?.map((value, at) => Math.abs(value - (received?.[at] ?? 0))) ?? [];
  expect(Math.max(...differences)).toBeLessThan(12);
});

test('a PNG that is too heavy for the server is sent as a JPEG', async () => {
  const opened = await open(await sampleFile('coffee.png'), 'coffee.png');
  const upload = await imageForUpload(opened, 200_000);
  expect([upload.name, upload.blob.type, upload.blob.size < 200_000]).toEqual([
    'coffee.jpg',
    'image/jpeg',
    true,
  ]);
});

test('a turned photograph is sent upright, without a second orientation to apply', async () => {
  const jpeg = new Uint8Array(await (await quadrants('image/jpeg')).arrayBuffer());
  const opened = await open(new Blob([jpegWithOrientation(jpeg, 6, true)]), 'turned.jpg');
  const upload = await imageForUpload(opened, 50_000_000);
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

test('a photograph that is upside down is sent upright too', async () => {
  const jpeg = new Uint8Array(await (await quadrants('image/jpeg')).arrayBuffer());
  const opened = await open(new Blob([jpegWithOrientation(jpeg, 3, false)]), 'turned.jpg');
  const upload = await imageForUpload(opened, 50_000_000);
  const sent = await open(upload.blob, upload.name);
  expect(sent.header.orientation).toBe(1);
  expect(quadrantsOf(sent.preview)).toBe('white blue green red');
});

test('an image too large is sent in the size asked for, its transparency kept', async () => {
  const blob = await drawnImage(5000, 100, 'image/webp', (context) => {
    context.fillStyle = '#00f';
    context.fillRect(0, 0, 2500, 50);
  });
  const opened = await open(blob, 'wide.webp');
  const upload = await imageForUpload(opened, 50_000_000);
  const sent = await open(upload.blob, upload.name);
  expect(upload.name).toBe('wide.png');
  expect(sent.header).toMatchObject({ type: 'image/png', width: 4096, height: 82 });
  expect(quadrantsOf(sent.preview)).toBe('blue clear clear clear');
});

/** Two frames: the quadrants, then black. */
const animatedGif =
  'R0lGODlhPAAoAIIAAExpcQD/AP8AAP///wAA/wAAAAAAAAAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQFAAAAACwAAAAAPAAoAAADqii63P4qyEmr' +
  'vRLqvbD/Eyc+YHmNaGeuWYqyrPvCpjzStc3hpb7zH98GGBRCiB7jEXlSOphNJwNqkTaoFesUG9JGuC0vOKwdB7xfMGHNbrvf8PVgTq/b7/h5fM9n' +
  '5/+AdH2DcIGGeISJfoeMeoqJjY2PkJGHk4SVlpd9mYabnJ2An3yhoqNxpX+nqKmIq2+trq9tsXezbrV2t7S5grtyvY6/wcK7xAO/wMEJACH5BAUA' +
  'AAAALAAAAAA8ACgAgExpcQAAAAIyjI+py+0Po5y02ouz3rz7D4biSJbmiabqyrbuC8fyTNf2jef6zvf+DwwKh8Si8YjUFQAAOw==';

test('an animation is sent as the frame that is seen', async () => {
  const gif = Uint8Array.from(atob(animatedGif), (character) => character.charCodeAt(0));
  const opened = await open(new Blob([gif]), 'moving.gif');
  const upload = await imageForUpload(opened, 50_000_000);
  expect(opened.header).toMatchObject({ type: 'image/gif', isAnimated: true });
  expect(upload.name).toBe('moving.png');
  expect(quadrantsOf(await createImageBitmap(upload.blob))).toBe('red green blue white');
});
