import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sniffImageType } from '../../../src/model/files/sniffImageType.ts';

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

test('images are known by their first bytes', () => {
  const jpeg = new Uint8Array(readFileSync('public/samples/rocket.jpg'));
  const png = new Uint8Array(readFileSync('public/samples/coffee.png'));
  const heads = [jpeg, png, bytes('GIF87a'), bytes('GIF89a'), bytes('RIFF\x10\0\0\0WEBPVP8 ')];
  expect(heads.map(sniffImageType)).toEqual(
    ['image/jpeg', 'image/png', 'image/gif', 'image/gif', 'image/webp'].map((type) => ({
      kind: 'image',
      type,
    })),
  );
});

test.each([
  ['%PDF-1.7', 'pdf'],
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'svg'],
  ['\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg\n width="3">', 'svg'],
  ['\0\0\0\x18ftypheic\0\0\0\0', 'heic'],
  ['\0\0\0\x18ftypmif1\0\0\0\0', 'heic'],
  ['\0\0\0\x1cftypavif\0\0\0\0', 'avif'],
  ['\0\0\0\x18ftypmp42\0\0\0\0', 'video'],
  ['II*\0\x08\0\0\0', 'tiff'],
  ['MM\0*\0\0\0\x08', 'tiff'],
  ['BM\x36\x10\0\0\0\0\0\0\x36', 'bmp'],
  ['PK\x03\x04', 'zip'],
  ['<!DOCTYPE html><title>Not found</title>', 'webPage'],
  ['just a note\r\n\twith a tab', 'text'],
  ['BM is a text, too', 'text'],
])('%j is %s', (head, format) => {
  expect(sniffImageType(bytes(head))).toEqual({ kind: 'other', format });
});

test('nothing, and binary data of no known kind, is unknown', () => {
  expect([bytes(''), bytes('\0\x01\x02\x03')].map(sniffImageType)).toEqual([
    { kind: 'unknown' },
    { kind: 'unknown' },
  ]);
});

test('any bytes give an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (any) => {
      expect(['image', 'other', 'unknown']).toContain(sniffImageType(any).kind);
    }),
  );
});
