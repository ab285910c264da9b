import { type ImageMimeType, imageExtensions } from '../../contract/imageType.ts';

const lengthMax = 100;
/** Control characters, and format characters that reorder or hide what stands beside them. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

/** A file's name fit to be shown: decoded, no path, nothing invisible, at most 100 characters with the extension kept. */
export function displayName(name: string): string {
  const lastPart = decoded(name).split(/[\\/]/).at(-1) ?? '';
  const clean = lastPart.replace(invisible, '').replace(/\s+/g, ' ').trim();
  return clean === '' ? 'Untitled image' : shorten(clean);
}

/** Names from addresses are percent-encoded, some more than once. What is no such encoding stays as it is. */
function decoded(name: string): string {
  if (!/%[\da-f]{2}/i.test(name)) return name;
  try {
    return decoded(decodeURIComponent(name));
  } catch {
    return name;
  }
}

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= lengthMax) return name;
  const extension = /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  return `${characters.slice(0, lengthMax - extension.length - 1).join('')}…${extension}`;
}

/** A name for the service: plain characters only, with the extension of what the bytes are. */
export function uploadName(name: string, type: ImageMimeType): string {
  const stem = name
    .replace(/\.\w{1,5}$/, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${stem || 'image'}.${imageExtensions[type]}`;
}
