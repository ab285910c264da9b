import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../../src/model/files/fileFindings.ts';
import { type SentForm, sentForm } from '../../../src/model/files/sentForm.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { hostileFiles } from './hostileFiles.ts';
import { exifWithOrientation, pngChunk } from './imageBytes.ts';

const megabyte = 1024 * 1024;

function picture(width = 48, height = 32) {
  const noise = Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => (at * 7919) % 251));
  return sharp(noise, { raw: { width, height, channels: 3 } });
}

function sample(name: string): Buffer {
  return readFileSync(`public/samples/${name}`);
}

const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };

/** A segment right after the start of a JPEG. */
function withSegment(jpeg: Uint8Array, marker: number, text: string): Uint8Array {
  const length = text.length + 2;
  const head = Buffer.from([0xff, marker, length >> 8, length & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
}

/** Chunks right after the header of a PNG. */
function withChunks(png: Uint8Array, ...chunks: number[][]): Uint8Array {
  return Buffer.concat([png.subarray(0, 33), Buffer.from(chunks.flat()), png.subarray(33)]);
}

const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'));
const uint32 = (...values: number[]) =>
  new Uint8Array(
    Buffer.concat(values.map((value) => Buffer.from([value >> 24, value >> 16, value >> 8, value]))),
  );

/** The same profile under sRGB's name: a name is no proof. */
async function p3NamedSrgb(): Promise<Uint8Array> {
  const jpeg = await picture().jpeg().withIccProfile('p3').toBuffer();
  return Buffer.from(jpeg.toString('latin1').replaceAll('sP3C', 'sRGB'), 'latin1');
}

function jpeg() {
  return picture().jpeg().toBuffer();
}

function png() {
  return picture().png().toBuffer();
}

type Row = readonly [what: string, bytes: () => Uint8Array | Promise<Uint8Array>, form: string];

const jpegs: readonly Row[] = [
  ['a plain one', jpeg, 'file'],
  ['progressive', () => picture().jpeg({ progressive: true }).toBuffer(), 'file'],
  ['with restarts and optimised tables', () => picture().jpeg({ mozjpeg: true }).toBuffer(), 'file'],
  ['grey', () => picture().greyscale().jpeg().toBuffer(), 'file'],
  ['tagged as sRGB', () => picture().jpeg().withIccProfile('srgb').toBuffer(), 'file'],
  [
    'with camera data',
    () =>
      picture()
        .jpeg()
        .withExif({ IFD0: { Make: 'Camera' } })
        .toBuffer(),
    'picture: metadata',
  ],
  ['with a place in EXIF', () => picture().jpeg().withExif(gps).toBuffer(), 'picture: location metadata'],
  [
    'with a place in XMP',
    async () =>
      withSegment(await jpeg(), 0xe1, 'http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="51,30N"/>'),
    'picture: location metadata',
  ],
  ['with IPTC', async () => withSegment(await jpeg(), 0xed, 'Photoshop 3.0\x008BIM'), 'picture: metadata'],
  ['with a comment', async () => withSegment(await jpeg(), 0xfe, 'for my eyes only'), 'picture: metadata'],
  ['a motion photo', async () => Buffer.concat([await jpeg(), Buffer.alloc(5000, 7)]), 'picture: otherData'],
  ['with a second picture', async () => Buffer.concat([await jpeg(), await jpeg()]), 'picture: otherData'],
  ['turned', () => picture().jpeg().withMetadata({ orientation: 6 }).toBuffer(), 'encoded: turned'],
  ['in Display P3', () => picture().jpeg().withIccProfile('p3').toBuffer(), 'encoded: profile'],
  ['in Display P3, under another name', p3NamedSrgb, 'encoded: profile'],
  ['in CMYK', () => picture().toColourspace('cmyk').jpeg().toBuffer(), 'encoded: cmyk'],
  ['cut short', async () => (await jpeg()).subarray(0, -100), 'encoded: damaged'],
];

const pngs: readonly Row[] = [
  ['a plain one', png, 'file'],
  ['grey', () => picture().greyscale().png().toBuffer(), 'file'],
  ['with transparency', () => picture().ensureAlpha(0.5).png().toBuffer(), 'file'],
  ['interlaced', () => picture().png({ progressive: true }).toBuffer(), 'file'],
  ['that says sRGB', async () => withChunks(await png(), pngChunk('sRGB', new Uint8Array(1))), 'file'],
  ['with sRGB’s gamma', async () => withChunks(await png(), pngChunk('gAMA', uint32(45_455))), 'file'],
  [
    'with another gamma',
    async () => withChunks(await png(), pngChunk('gAMA', uint32(100_000))),
    'encoded: profile',
  ],
  [
    'with AdobeRGB’s primaries',
    async () =>
      withChunks(
        await png(),
        pngChunk('cHRM', uint32(31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6000)),
      ),
    'encoded: profile',
  ],
  [
    'in the codes of HDR',
    async () => withChunks(await png(), pngChunk('cICP', Uint8Array.of(9, 16, 0, 1))),
    'encoded: profile',
  ],
  ['in Display P3', () => picture().png().withIccProfile('p3').toBuffer(), 'encoded: profile'],
  ['of 16 bits', () => picture().toColourspace('rgb16').png().toBuffer(), 'encoded: depth'],
  ['with a palette', () => picture().png({ palette: true }).toBuffer(), 'encoded: coding'],
  [
    'with a text',
    async () => withChunks(await png(), pngChunk('tEXt', text('Comment\0mine'))),
    'picture: metadata',
  ],
  [
    'with a place in XMP',
    async () =>
      withChunks(await png(), pngChunk('iTXt', text('XML:com.adobe.xmp\0\0\0\0\0exif:GPSLongitude'))),
    'picture: location metadata',
  ],
  [
    'turned',
    async () => withChunks(await png(), pngChunk('eXIf', exifWithOrientation(6, true))),
    'encoded: turned',
  ],
  ['animated', async () => withChunks(await png(), pngChunk('acTL', new Uint8Array(8))), 'encoded: animated'],
  [
    'with something behind it',
    async () => Buffer.concat([await png(), Buffer.alloc(9)]),
    'picture: otherData',
  ],
  ['cut short', async () => (await png()).subarray(0, -12), 'encoded: damaged'],
];

function formText(form: SentForm): string {
  if (form.kind === 'file') return 'file';
  return `${form.kind}: ${(form.kind === 'picture' ? form.extras : form.obstacles).toSorted().join(' ')}`;
}

function formOf(bytes: Uint8Array, type: string, isScaled = false): string {
  return formText(sentForm(fileFindings(bytes, type), isScaled, megabyte));
}

describe('what of a JPEG leaves:', () => {
  test.each(jpegs)('%s', async (_what, bytes, form) =>
    expect(formOf(await bytes(), 'image/jpeg')).toBe(form),
  );
});

describe('what of a PNG leaves:', () => {
  test.each(pngs)('%s', async (_what, bytes, form) => expect(formOf(await bytes(), 'image/png')).toBe(form));
});

test('whatever the service may see otherwise is encoded anew: other formats, what is too large, what is too heavy', async () => {
  expect([
    formOf(await picture().webp().toBuffer(), 'image/webp'),
    formOf(await jpeg(), 'image/jpeg', true),
    formText(sentForm(fileFindings(await jpeg(), 'image/jpeg'), false, 100)),
  ]).toEqual(['encoded: format', 'encoded: large', 'encoded: heavy']);
});

test.each(['rocket.jpg', 'coffee.png'])('%s leaves with its very pixels', async (name) => {
  const bytes = sample(name);
  const { picture: parts } = fileFindings(bytes, name.endsWith('jpg') ? 'image/jpeg' : 'image/png');
  const sent = Buffer.concat(parts.map(([start, end]) => bytes.subarray(start, end)));
  const pixels = (file: Buffer) => sharp(file).raw().toBuffer();
  expect((await pixels(sent)).equals(await pixels(bytes))).toBe(true);
  expect(sent.length).toBeLessThan(bytes.length);
});

describe('of a file with everything a camera writes', () => {
  test('only the picture is left, and the place nowhere in it', async () => {
    const plain = await picture().jpeg().withIccProfile('srgb').toBuffer();
    const exif = await picture().jpeg().withExif(gps).withIccProfile('srgb').toBuffer();
    const full = Buffer.concat([withSegment(exif, 0xe2, 'MPF\0'), Buffer.from('ftypmp42, and a video')]);
    const { picture: parts } = fileFindings(full, 'image/jpeg');
    const sent = Buffer.concat(parts.map(([start, end]) => full.subarray(start, end)));
    expect(sent.equals(plain)).toBe(true);
    expect(formOf(sent, 'image/jpeg')).toBe('file');
  });
});

test('any bytes at all give findings, with parts that lie in the file, in order', async () => {
  const files = [
    await picture().jpeg().withExif(gps).withIccProfile('p3').toBuffer(),
    await picture().png().withIccProfile('srgb').toBuffer(),
    new Uint8Array(0),
  ];
  const hostile = hostileFiles(files);
  fc.assert(
    fc.property(hostile, fc.constantFrom('image/jpeg', 'image/png', 'image/avif'), (bytes, type) => {
      const { picture: parts, obstacles } = fileFindings(bytes, type);
      const bounds = parts.flat();
      expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
      if (obstacles.size === 0) expect(bounds.at(-1)).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: propertyRuns(70) },
  );
});

test('a large file is read once', () => {
  const restarts = new Uint8Array(4 * megabyte).map((_, at) => (at % 2 ? 0xd0 : 0xff));
  restarts.set([0xff, 0xd8, 0xff, 0xda, 0, 2], 0);
  expect(formOf(restarts, 'image/jpeg')).toContain('damaged');
  const empty = new Uint8Array(4 * megabyte);
  expect(formOf(empty, 'image/png')).toContain('damaged');
});
