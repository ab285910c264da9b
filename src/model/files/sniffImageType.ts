import { type ImageMimeType, imageTypeOf } from '../../contract/imageType.ts';
import { textAt, viewOf } from './byteBlock.ts';

/** What a file's first bytes show it to be, whatever its name says. A label is a noun with its article: "a PDF". */
export type SniffedType =
  | { readonly kind: 'image'; readonly type: ImageMimeType }
  | { readonly kind: 'other'; readonly label: string }
  | { readonly kind: 'unknown' };

/** Magic numbers, one character a byte; `?` stands for any byte. */
const otherMagics: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['II*\0', 'a TIFF image'],
  ['MM\0*', 'a TIFF image'],
  ['BM????\0\0\0\0', 'a BMP image'],
  ['8BPS', 'a Photoshop document'],
  ['\0\0\x01\0', 'an icon file'],
  ['\xff\x0a', 'a JPEG XL image'],
  ['\0\0\0\x0cJXL ', 'a JPEG XL image'],
  ['\0\0\0\x0cjP  ', 'a JPEG 2000 image'],
  ['????ftypavif', 'an AVIF image'],
  ['????ftypavis', 'an AVIF image'],
  ['????ftyphe', 'a HEIC photo'],
  ['????ftypmif1', 'a HEIC photo'],
  ['????ftypmsf1', 'a HEIC photo'],
  ['????ftyp', 'a video'],
  ['PK\x03\x04', 'a ZIP archive'],
];

const textMarks: readonly (readonly [RegExp, string])[] = [
  [/<svg[\s>]/i, 'an SVG drawing'],
  [/^\s*(?:<!doctype html|<html)/i, 'a web page'],
  [/^/, 'a text file'],
];

const headBytes = 1024;

export function sniffImageType(bytes: Uint8Array): SniffedType {
  const type = imageTypeOf(bytes);
  if (type !== undefined) return { kind: 'image', type };
  const head = textAt(viewOf(bytes), 0, headBytes);
  const label = otherMagics.find(([magic]) => startsWithMagic(head, magic))?.[1] ?? textLabel(head);
  return label === undefined ? { kind: 'unknown' } : { kind: 'other', label };
}

function startsWithMagic(head: string, magic: string): boolean {
  return head.length >= magic.length && [...magic].every((mark, at) => mark === '?' || mark === head[at]);
}

function textLabel(head: string): string | undefined {
  if (head === '' || hasBinaryByte(head)) return undefined;
  return textMarks.find(([mark]) => mark.test(head))?.[1];
}

/** Text has no control characters but white space and escapes (BEL to CR, ESC). */
function hasBinaryByte(head: string): boolean {
  return [...head].some((character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 && !(code >= 0x07 && code <= 0x0d) && code !== 0x1b;
  });
}
