import { type ImageMimeType, imageMimeTypes } from '../contract/limits.ts';

/** How many leading bytes `imageTypeOf` looks at. */
export const signatureLength = 12;

/** First bytes as Latin-1 text; a dot is any byte (in WebP, four for the file's size). */
const signatures: Record<ImageMimeType, RegExp> = {
  'image/jpeg': /^\xff\xd8\xff/,
  'image/png': /^\x89PNG\r\n.\n/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF.{4}WEBP/s,
};

/** What the bytes say they are, whatever their name or header claims. */
export function imageTypeOf(bytes: Uint8Array): ImageMimeType | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, signatureLength));
  return imageMimeTypes.find((type) => signatures[type].test(start));
}
