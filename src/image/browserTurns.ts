import type { ImageHeader } from '../model/files/imageHeader.ts';

/**
 * Two pixels beside each other, stored with EXIF's orientation 6. Every browser turns JPEG as that asks; PNG and WebP each
 * do or do not, and 180° cannot be told from the decoded size.
 */
const turnedPixels: Readonly<Record<string, string>> = {
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAGmVYSWZJSSoACAAAAAEAEgEDAAEAAAAGAAAAAAAAALdIESkAAAALSURBVHicY/j/HwADAAH//CXcUQAAAABJRU5ErkJggg==',
  'image/webp':
    'UklGRlIAAABXRUJQVlA4WAoAAAAIAAAAAQAAAAAAVlA4TBEAAAAvAQAAAAfQ//73v/+BiOh/AABFWElGGgAAAElJKgAIAAAAAQASAQMAAQAAAAYAAAAAAAAA',
};

const known = new Map<string, Promise<boolean>>();

/** Whether this browser turns the image upright by itself when it decodes it. */
export async function isTurnedByBrowser({ type, orientation }: ImageHeader): Promise<boolean> {
  const pixels = turnedPixels[type];
  if (orientation === 1 || pixels === undefined) return true;
  const answer = known.get(type) ?? turns(pixels, type);
  known.set(type, answer);
  return await answer;
}

async function turns(base64: string, type: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => undefined);
  const isUpright = bitmap === undefined || bitmap.height > bitmap.width;
  bitmap?.close();
  return isUpright;
}
