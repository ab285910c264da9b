import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageMimeTypes } from '../../../src/contract/imageType.ts';
import { sanitizeFileName } from '../../../src/proxy/service/fileName.ts';

test.each([
  ['photo.jpg', 'image/jpeg', 'photo.jpg'],
  ['Ferien 2024 (1).JPEG', 'image/jpeg', 'Ferien-2024-1.jpg'],
  ['photo.png', 'image/webp', 'photo.webp'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['C:\\Users\\me\\cat.gif', 'image/gif', 'cat.gif'],
  ['a"; filename="b.html\r\nX-Evil: 1', 'image/png', 'a-filename-b.png'],
  ['写真.png', 'image/png', 'image.png'],
  ['', 'image/jpeg', 'image.jpg'],
  ['.htaccess', 'image/png', 'image.png'],
] as const)('%j as %s is sent as %s', (name, type, expected) => {
  expect(sanitizeFileName(name, type)).toBe(expected);
});

test('whatever the name, the result is short and plain', () => {
  const unit = fc.constantFrom(
    '/',
    '\\',
    '"',
    '\r',
    '\n',
    '\0',
    ' ',
    '.',
    '-',
    '_',
    ';',
    '%',
    'a',
    'Z',
    '9',
    'é',
    '写',
    '😀',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 300 }), fc.constantFrom(...imageMimeTypes), (name, type) => {
      expect(sanitizeFileName(name, type)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,79}\.(jpg|png|gif|webp)$/);
    }),
  );
});
