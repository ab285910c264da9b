import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayName, uploadName } from '../../../src/model/files/fileName.ts';

test.each([
  ['holiday photo.JPG', 'holiday photo.JPG'],
  ['Škoda – 日本 🚀.png', 'Škoda – 日本 🚀.png'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\cat.gif', 'cat.gif'],
  ['a\0b\nc\u202egpj.exe', 'abcgpj.exe'],
  ['  spaced \t out  .png ', 'spaced out .png'],
  ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
  ['\u200b\u0007', 'Untitled image'],
  ['', 'Untitled image'],
  ['caf%C3%A9%20%26%20bar.jpg', 'café & bar.jpg'],
  ['twice%2520encoded.png', 'twice encoded.png'],
  ['..%2F..%2Fetc%2Fpasswd', 'passwd'],
  ['a%E2%80%AEgnp.exe', 'agnp.exe'],
  ['100%.png', '100%.png'],
  ['50%ff off.png', '50%ff off.png'],
  [`${'long'.repeat(100)}.jpeg`, `${'long'.repeat(23)}lo….jpeg`],
])('%j is shown as %j', (name, shown) => {
  expect(displayName(name)).toBe(shown);
});

/** Of any characters. fast-check's own unit for that works out its list of them for more than a second. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 150 })
  .map((codePoints) => String.fromCodePoint(...codePoints));

test('a shown name is never empty, longer than 100 characters, or changed by cleaning it again', () => {
  fc.assert(
    fc.property(anyText, (name) => {
      const shown = displayName(name);
      expect(shown).not.toBe('');
      expect([...shown].length).toBeLessThanOrEqual(100);
      expect(displayName(shown)).toBe(shown);
    }),
  );
});

test.each([
  ['holiday photo.HEIC', 'image/jpeg', 'holiday-photo.jpg'],
  ['Škoda "quoted"; x=1.png', 'image/webp', 'Skoda-quoted-x-1.webp'],
  ['日本.png', 'image/png', 'image.png'],
] as const)('%j of %s is uploaded as %j', (name, type, uploaded) => {
  expect(uploadName(name, type)).toBe(uploaded);
});
