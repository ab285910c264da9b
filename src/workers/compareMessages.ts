import type { KeptFigures } from '../model/compare/checkKept.ts';
import type { Document } from '../model/document/document.ts';
import type { Size } from '../model/geometry/rect.ts';
import type { MaskFrameKind } from '../model/mask/maskFrame.ts';

/** A result, and the photograph and layout that it was made from. `id` names all of it together. */
export type ComparedResult = {
  readonly id: string;
  readonly result: Blob;
  readonly original: Blob;
  readonly document: Document;
  readonly maskFrame: MaskFrameKind;
};

/** What the page asks of the worker. Feathers are in canvas px. */
export type CompareQuestion = { readonly compared: ComparedResult } & (
  | { readonly kind: 'check' }
  | { readonly kind: 'restore'; readonly feather: number }
  | { readonly kind: 'png'; readonly feather: number }
);

/** Figures, and the two maps of `model/compare/checkKept.ts` to be drawn over the whole frame. */
export type CheckAnswer = {
  readonly figures: KeptFigures;
  /** Of the result as it came; where it is not the canvas's, the result was stretched to be compared. */
  readonly resultSize: Size;
  readonly difference: ImageBitmap;
  readonly heat: ImageBitmap;
};

/** What the worker answers: of the question's kind. */
export type CompareAnswer =
  | ({ readonly kind: 'check' } & CheckAnswer)
  | { readonly kind: 'restore'; readonly restored: ImageBitmap }
  | { readonly kind: 'png'; readonly png: Blob };
