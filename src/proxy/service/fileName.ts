import { type ImageMimeType, imageExtensions } from '../../contract/imageType.ts';

const stemLengthMax = 80;

/**
 * A file name that is safe in a multipart header and on any disk: ASCII letters, digits, `_` and `-`, and the extension
 * of the file's real type.
 */
export function sanitizeFileName(name: string, type: ImageMimeType): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const stem = base
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, stemLengthMax)
    .replace(/^-+|-+$/g, '');
  return `${stem || 'image'}.${imageExtensions[type]}`;
}
