import type { Document } from '../../model/document/document.ts';
import {
  applyOperation,
  type OperationId,
  type OperationOutcome,
} from '../../model/mask/operations/applyOperation.ts';
import type { MaskPanel } from '../../store/editor/sessionStore.ts';
import { hasAny, hasImage, type Requirement } from './requirements.ts';

/** What an operation makes of the document, and what is worth knowing of it. */
type Outcome = { readonly document: Document; readonly note: string };

/** What is done to the mask by so many image px, and is shown before it is applied. */
export type AmountOperation = {
  readonly label: string;
  readonly tip: string;
  /** Image px. */
  readonly amounts: { readonly min: number; readonly max: number; readonly start: number };
  readonly requires: Requirement;
  apply(document: Document, ids: readonly string[], amount: number): Outcome;
};

export type AmountOperationId = keyof typeof amountOperations;

/** In the order in which they are offered. */
export const amountOperations = {
  grow: {
    label: 'Grow',
    tip: 'Move outlines outwards',
    amounts: { min: 1, max: 200, start: 8 },
    requires: hasAny,
    apply: applied('grow'),
  },
  shrink: {
    label: 'Shrink',
    tip: 'Move outlines inwards',
    amounts: { min: 1, max: 200, start: 8 },
    requires: hasAny,
    apply: applied('shrink'),
  },
  smooth: {
    label: 'Smooth',
    tip: 'Round corners and even out steps',
    amounts: { min: 1, max: 100, start: 8 },
    requires: hasAny,
    apply: applied('smooth'),
  },
  simplify: {
    label: 'Simplify',
    tip: 'Drop vertices that hardly matter',
    amounts: { min: 1, max: 100, start: 2 },
    requires: hasAny,
    apply: applied('simplify'),
  },
  border: {
    label: 'Border',
    tip: 'Mask a border inside the image’s edge, to blend outpainting into the photograph',
    amounts: { min: 1, max: 500, start: 32 },
    requires: hasImage,
    apply: applied('border'),
  },
} as const satisfies Record<string, AmountOperation>;

function applied(id: OperationId): AmountOperation['apply'] {
  return (document, ids, px) => {
    const outcome = applyOperation(id, document, ids, px);
    return { document: outcome.document, note: noteOf(outcome) };
  };
}

/** Regions that nothing is left of should not go unseen. */
function noteOf({ lostCount, simplified }: OperationOutcome): string {
  if (simplified !== undefined) {
    const { verticesBefore, verticesAfter, deviation } = simplified;
    return `${counted(verticesBefore)} → ${counted(verticesAfter)} vertices, moved by up to ${shownPx(deviation)} px`;
  }
  if (lostCount === 0) return '';
  return lostCount === 1 ? 'One region vanishes' : `${lostCount} regions vanish`;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}

function shownPx(px: number): string {
  return px.toLocaleString('en', { maximumFractionDigits: 1 });
}

export function amountOperationOf(panel: MaskPanel | null): AmountOperation | null {
  return panel === null || panel === 'import' || panel === 'export' ? null : amountOperations[panel];
}
