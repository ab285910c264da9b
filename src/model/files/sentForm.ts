import type { Extra, FileFindings, Obstacle } from './fileFindings.ts';

/** What of a photo's file leaves: its own bytes; those of its picture alone; or the picture, encoded anew. */
export type SentForm =
  | { readonly kind: 'file' }
  | { readonly kind: 'picture'; readonly extras: readonly Extra[] }
  | { readonly kind: 'encoded'; readonly obstacles: readonly Obstacle[] };

/** `isScaled`: it is too large to be sent in its own size. Of the bytes at most `bytesMax` may leave. */
export function sentForm(findings: FileFindings, isScaled: boolean, bytesMax: number): SentForm {
  const bytes = findings.picture.reduce((sum, [start, end]) => sum + end - start, 0);
  const obstacles = [
    ...findings.obstacles,
    ...(isScaled ? (['large'] as const) : []),
    ...(bytes > bytesMax ? (['heavy'] as const) : []),
  ];
  if (obstacles.length > 0) return { kind: 'encoded', obstacles };
  return findings.extras.size === 0 ? { kind: 'file' } : { kind: 'picture', extras: [...findings.extras] };
}
