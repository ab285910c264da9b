import { type ImageMimeType, imageTypeOf } from '../../contract/imageType.ts';
import { dataViewOf, textAt } from './byteBlock.ts';

/** What is known, and does not open. */
export type FileFormat =
  | 'pdf'
  | 'tiff'
  | 'bmp'
  | 'photoshop'
  | 'icon'
  | 'jpegXl'
  | 'jpeg2000'
  | 'avif'
  | 'heic'
  | 'video'
  | 'zip'
  | 'svg'
  | 'webPage'
  | 'text';

/** What a file's first bytes show it to be, whatever its name says. */
export type SniffedType =
  | { readonly kind: 'image'; readonly type: ImageMimeType }
  | { readonly kind: 'other'; readonly format: FileFormat }
  | { readonly kind: 'unknown' };

/** Magic numbers, one character a byte; `?` stands for any byte. */
const otherMagics: readonly (readonly [string, FileFormat])[] = [
  ['%PDF', 'pdf'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['BM????\0\0\0\0', 'bmp'],
  ['8BPS', 'photoshop'],
  ['\0\0\x01\0', 'icon'],
  ['\xff\x0a', 'jpegXl'],
  ['\0\0\0\x0cJXL ', 'jpegXl'],
  ['\0\0\0\x0cjP  ', 'jpeg2000'],
  ['????ftypavif', 'avif'],
  ['????ftypavis', 'avif'],
  ['????ftyphe', 'heic'],
  ['????ftypmif1', 'heic'],
  ['????ftypmsf1', 'heic'],
  ['????ftyp', 'video'],
  ['PK\x03\x04', 'zip'],
];

const textMarks: readonly (readonly [RegExp, FileFormat])[] = [
  [/<svg[\s>]/i, 'svg'],
  [/^\s*(?:<!doctype html|<html)/i, 'webPage'],
  [/^/, 'text'],
];

const headBytes = 1024;

export function sniffImageType(bytes: Uint8Array): SniffedType {
  const type = imageTypeOf(bytes);
  if (type !== undefined) return { kind: 'image', type };
  const head = textAt(dataViewOf(bytes), 0, headBytes);
  const format = otherMagics.find(([magic]) => startsWithMagic(head, magic))?.[1] ?? textFormat(head);
  return format === undefined ? { kind: 'unknown' } : { kind: 'other', format };
}

function startsWithMagic(head: string, magic: string): boolean {
  return head.length >= magic.length && [...magic].every((mark, at) => mark === '?' || mark === head[at]);
}

function textFormat(head: string): FileFormat | undefined {
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
