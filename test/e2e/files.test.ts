import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, test } from 'vitest';
import { jpegWithOrientation, pngWithOrientation, webpWithOrientation } from '../model/files/imageBytes.ts';
import {
  closeContexts,
  type EditorPage,
  expect,
  openBrowser,
  samplePath,
  soon,
  visitEditor,
} from './editorPage.ts';

/** Files that people have, made here, opened in one page, and what the service gets of them. */
let editor: EditorPage;
let shift = 0;

beforeAll(async () => {
  const browser = await openBrowser();
  editor = await visitEditor(browser);
  // What is sent is looked at, and nothing is generated.
  await editor.page.route('**/api/generations', (route) =>
    route.fulfill({
      status: 400,
      json: { error: { code: 'invalid_request', message: 'No.', type: 'invalid_request_error' } },
    }),
  );
  await editor.openFile(samplePath('coffee.png'));
  await editor.ask('a hat');
  return () => closeContexts(browser);
});

const size = { width: 60, height: 40 };
const quadrantColours = [
  [220, 40, 40],
  [40, 200, 60],
  [50, 60, 210],
  [240, 240, 240],
] as const;

/** 60 × 40 px: red, green above blue, white. */
function quadrants(): Sharp {
  const pixels = Buffer.alloc(size.width * size.height * 3);
  for (let at = 0; at < size.width * size.height; at++) {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    const colour = quadrantColours[(x < size.width / 2 ? 0 : 1) + (y < size.height / 2 ? 0 : 2)] ?? [];
    pixels.set(colour, at * 3);
  }
  return sharp(pixels, { raw: { ...size, channels: 3 } });
}

function flat(width: number, height: number): Sharp {
  const background = { r: 200, g: 60, b: 30 };
  return sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false });
}

/** 24 bits, rows from the bottom, padded to four bytes. */
async function bmp(): Promise<Buffer> {
  const { data } = await quadrants().flip().raw().toBuffer({ resolveWithObject: true });
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + data.length, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(size.width, 18);
  head.writeInt32LE(size.height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  for (let at = 0; at < data.length; at += 3) data.subarray(at, at + 3).reverse();
  return Buffer.concat([head, data]);
}

const gps = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };
const jpeg = () => quadrants().jpeg({ quality: 95 });

type Row = {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** In px, of the photo as it is opened. */
  readonly opened?: { readonly width: number; readonly height: number };
  readonly sent: 'jpeg' | 'png';
  /** In the line about what is sent. */
  readonly why: string;
  readonly notice?: RegExp;
  /** Nothing of the picture is compared where it is not the quadrants. */
  readonly isOther?: boolean;
};

const turned = { width: 40, height: 60 };

const rows: readonly Row[] = [
  { name: 'plain.jpg', bytes: () => jpeg().toBuffer(), sent: 'jpeg', why: 'sent as the file is' },
  { name: 'plain.png', bytes: () => quadrants().png().toBuffer(), sent: 'png', why: 'sent as the file is' },
  {
    name: 'IMG_0001.jpg',
    bytes: () => jpeg().withExif(gps).toBuffer(),
    sent: 'jpeg',
    why: 'where it was taken',
  },
  {
    name: 'motion.jpg',
    bytes: async () => Buffer.concat([await jpeg().toBuffer(), Buffer.alloc(2_000_000, 'ftypmp42')]),
    sent: 'jpeg',
    why: 'such as a video',
  },
  {
    name: 'p3.jpg',
    bytes: () => jpeg().withIccProfile('p3').toBuffer(),
    sent: 'jpeg',
    why: 'colour profile is not sRGB',
  },
  {
    name: 'print.jpg',
    bytes: () => jpeg().toColourspace('cmyk').toBuffer(),
    sent: 'jpeg',
    why: 'CMYK',
    isOther: true,
  },
  {
    name: 'deep.png',
    bytes: () => quadrants().toColourspace('rgb16').png().toBuffer(),
    sent: 'png',
    why: 'more than 8 bits',
  },
  {
    name: 'portrait.jpg',
    bytes: async () => jpegWithOrientation(await jpeg().toBuffer(), 6, true),
    opened: turned,
    sent: 'jpeg',
    why: 'stored turned',
  },
  {
    name: 'portrait.png',
    bytes: async () => pngWithOrientation(await quadrants().png().toBuffer(), 6),
    opened: turned,
    sent: 'png',
    why: 'stored turned',
  },
  {
    name: 'portrait.webp',
    bytes: async () => webpWithOrientation(await quadrants().webp({ lossless: true }).toBuffer(), 6),
    opened: turned,
    sent: 'png',
    why: 'copy made when it was opened, turned upright',
    notice: /turned upright/,
  },
  {
    name: 'portrait.avif',
    bytes: () =>
      quadrants()
        .avif({ quality: 95, chromaSubsampling: '4:4:4' })
        .withMetadata({ orientation: 6 })
        .toBuffer(),
    opened: turned,
    sent: 'png',
    why: 'neither JPEG nor PNG',
  },
  { name: 'drawing.bmp', bytes: bmp, sent: 'png', why: 'neither JPEG nor PNG' },
  {
    name: 'avif%20called%20a.jpg',
    bytes: () => quadrants().avif({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
    sent: 'png',
    why: 'neither JPEG nor PNG',
  },
  {
    name: 'cut.jpg',
    bytes: async () => (await readFile(samplePath('rocket.jpg'))).subarray(0, 60_000),
    opened: { width: 640, height: 427 },
    sent: 'jpeg',
    why: 'as far as its damaged file could be read',
    notice: /damaged or incomplete/,
    isOther: true,
  },
  {
    name: '108-megapixels.jpg',
    bytes: () => flat(12_000, 9000).jpeg().toBuffer(),
    opened: { width: 4096, height: 3072 },
    sent: 'jpeg',
    why: 'scaled down from 12000 × 9000 px',
    notice: /108 megapixels. It was opened at 4096 × 3072 px/,
    isOther: true,
  },
  {
    name: 'large.png',
    bytes: () => flat(5000, 500).png().toBuffer(),
    opened: { width: 5000, height: 500 },
    sent: 'png',
    why: 'larger than is sent',
    isOther: true,
  },
];

/** The file that the service gets when Generate is pressed. */
async function sentFile(): Promise<{ bytes: Buffer; name: string }> {
  // Beside the photo there is something to generate then.
  shift += 1;
  await editor.setField('Image x', shift);
  const uploaded = editor.page.waitForResponse('**/api/files?*');
  await editor.button('Generate').click();
  const response = await uploaded;
  const { url } = await response.json();
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  return { bytes, name: new URL(response.url()).searchParams.get('name') ?? '' };
}

/** Of the quadrants, turned by EXIF's orientation 6 where the picture is upright. */
function expectedColours(isTurned: boolean) {
  const [red, green, blue, white] = quadrantColours;
  return isTurned ? [blue, red, white, green] : [red, green, blue, white];
}

async function coloursOf(bytes: Buffer) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return [...data.subarray(start, start + 3)];
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

describe('an upright sRGB picture of 8 bits without metadata is sent of', () => {
  test.each(rows)('$name', async ({ name, bytes, opened = size, sent, why, notice, isOther }) => {
    await editor.openFile({ name, mimeType: 'image/jpeg', buffer: Buffer.from(await bytes()) });
    if (notice) await expect(editor.notice).toHaveText(notice);
    await soon(async () => (await editor.request()).model_params.img_pos.width).toBeGreaterThan(0);
    await expect(editor.page.getByText(/^Photo: /)).toContainText(why);

    const file = await sentFile();
    const meta = await sharp(file.bytes).metadata();
    const scale = Math.min(1, 4096 / Math.max(opened.width, opened.height));
    expect([meta.format, meta.width, meta.height, meta.depth, meta.space]).toEqual([
      sent,
      Math.round(opened.width * scale),
      Math.round(opened.height * scale),
      'uchar',
      'srgb',
    ]);
    expect([meta.orientation, meta.exif, meta.xmp, meta.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(file.bytes.includes('ftypmp42')).toBe(false);
    expect(file.name).toMatch(/^[\w.-]+$/);
    if (isOther) return;
    const differences = (await coloursOf(file.bytes)).flatMap((colour, index) =>
      colour.map((value, at) => Math.abs(value - (expectedColours(opened === turned)[index]?.[at] ?? 0))),
    );
    expect(Math.max(...differences)).toBeLessThan(14);
  });
});
