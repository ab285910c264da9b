import type { FileFormat } from '../model/files/sniffImageType.ts';

/** Why a file was not opened. Nothing else has happened: the open document stays. */
export type FileRefusal = { readonly kind: 'refused' } & FileRefusalFacts;

type FileRefusalFacts =
  | { readonly reason: 'unreadable' | 'empty' | 'damaged' }
  /** `format`: what it is, where that is known. */
  | { readonly reason: 'unsupported'; readonly format: FileFormat | undefined }
  | { readonly reason: 'tooManyBytes'; readonly bytes: number; readonly bytesMax: number }
  | { readonly reason: 'tooManyPixels' | 'tooManyPixelsHere'; readonly pixels: number };

export function fileRefusal(facts: FileRefusalFacts): FileRefusal {
  return { kind: 'refused', ...facts };
}
