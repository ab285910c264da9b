/** The image types that the service takes and returns. */
export const imageMimeTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;
export type ImageMimeType = (typeof imageMimeTypes)[number];

/** Without the dot. */
export const imageExtensions: Record<ImageMimeType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** How many leading bytes `imageTypeOf` looks at. */
export const imageSignatureLength = 12;

/** First bytes as Latin-1 text; the four dots in WebP are the file's size. */
const signatures: Record<ImageMimeType, RegExp> = {
  'image/jpeg': /^\xff\xd8\xff/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is part of the signature.
  'image/png': /^\x89PNG\r\n\x1a\n/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF.{4}WEBP/s,
};

/** What the bytes say they are, whatever their name or header claims. */
export function imageTypeOf(bytes: Uint8Array): ImageMimeType | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, imageSignatureLength));
  return imageMimeTypes.find((type) => signatures[type].test(start));
}
