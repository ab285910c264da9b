import type { Rect, Size } from '../geometry/rect.ts';
import type { Region } from './region.ts';

/** A result of an earlier generation, by its number from 0. */
export type ResultOrigin = { readonly generationId: string; readonly index: number };

/** Why a copy was made of a file when it was opened: `image/openedCopy.ts`. */
export type CopyReason = 'large' | 'turned' | 'damaged';

/** Of the file: why it was copied, and its size in px. */
export type ImageCopy = Size & { readonly reason: CopyReason };

/** The photograph, without its bytes: `id` is the hash of the file's content, under which they are kept. */
export type SourceImage = Size & {
  readonly id: string;
  readonly name: string;
  /** Where the image is itself a result. */
  readonly base?: ResultOrigin | undefined;
  /** Where it is a copy of the file that was opened. */
  readonly copy?: ImageCopy | undefined;
};

/** What undo and redo step through, and what survives a reload. Everything in it is immutable. */
export type Document = {
  readonly image: SourceImage | null;
  /** The size of the whole output, in px. */
  readonly canvas: Size;
  /** Where the image is drawn, in canvas px; integers. */
  readonly placement: Rect;
  readonly regions: readonly Region[];
};

export const emptyDocument: Document = {
  image: null,
  canvas: { width: 1024, height: 1024 },
  placement: { x: 0, y: 0, width: 1024, height: 1024 },
  regions: [],
};
