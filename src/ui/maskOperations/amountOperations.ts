import type { OperationOutcome } from '../../model/mask/operations/applyOperation.ts';
import type { AmountOperationId, MaskPanel } from '../../store/editor/editorState.ts';
import * as texts from '../texts/texts.ts';
import { hasAny, hasImage, type Requirement } from './maskSituation.ts';

/** What is done to the mask by so many image px, and is shown before it is applied. */
export type AmountOperation = {
  readonly label: string;
  readonly tip: string;
  /** Image px. */
  readonly amounts: { readonly min: number; readonly max: number; readonly start: number };
  readonly requires: Requirement;
};

const { amountOperations: offers } = texts.maskOperations;

/** In the order in which they are offered. */
export const amountOperations: Readonly<Record<AmountOperationId, AmountOperation>> = {
  grow: {
    ...offers.grow,
    amounts: { min: 1, max: 200, start: 8 },
    requires: hasAny,
  },
  shrink: {
    ...offers.shrink,
    amounts: { min: 1, max: 200, start: 8 },
    requires: hasAny,
  },
  smooth: {
    ...offers.smooth,
    amounts: { min: 1, max: 100, start: 8 },
    requires: hasAny,
  },
  simplify: {
    ...offers.simplify,
    amounts: { min: 1, max: 100, start: 2 },
    requires: hasAny,
  },
  border: {
    ...offers.border,
    amounts: { min: 1, max: 500, start: 32 },
    requires: hasImage,
  },
};

/** What is worth knowing of what an operation makes of a document. */
export function outcomeNote({ lostCount, simplified }: OperationOutcome): string {
  if (simplified !== undefined) {
    const { verticesBefore, verticesAfter, deviation } = simplified;
    return texts.maskOperations.simplified(verticesBefore, verticesAfter, deviation);
  }
  // Regions that nothing is left of should not go unseen.
  return lostCount > 0 ? texts.maskOperations.vanish(lostCount) : '';
}

export function amountOperationOf(panel: MaskPanel | null): AmountOperationId | null {
  return panel === null || panel === 'import' || panel === 'export' ? null : panel;
}
