import type { OperationOutcome } from '../../model/mask/operations/applyOperation.ts';
import type { AmountOperationId, MaskPanel } from '../../store/editor/editorState.ts';
import { hasAny, hasImage, type Requirement } from './requirements.ts';

/** What is done to the mask by so many image px, and is shown before it is applied. */
export type AmountOperation = {
  readonly label: string;
  readonly tip: string;
  /** Image px. */
  readonly amounts: { readonly min: number; readonly max: number; readonly start: number };
  readonly requires: Requirement;
};

/** In the order in which they are offered. */
export const amountOperations: Readonly<Record<AmountOperationId, AmountOperation>> = {
  grow: {
    label: 'Grow',
    tip: 'Move outlines outwards',
    amounts: { min: 1, max: 200, start: 8 },
    requires: hasAny,
  },
  shrink: {
    label: 'Shrink',
    tip: 'Move outlines inwards',
    amounts: { min: 1, max: 200, start: 8 },
    requires: hasAny,
  },
  smooth: {
    label: 'Smooth',
    tip: 'Round corners and even out steps',
    amounts: { min: 1, max: 100, start: 8 },
    requires: hasAny,
  },
  simplify: {
    label: 'Simplify',
    tip: 'Drop vertices that hardly matter',
    amounts: { min: 1, max: 100, start: 2 },
    requires: hasAny,
  },
  border: {
    label: 'Border',
    tip: 'Mask a border inside the image’s edge, to blend outpainting into the photograph',
    amounts: { min: 1, max: 500, start: 32 },
    requires: hasImage,
  },
};

/** What is worth knowing of what an operation makes of a document. */
export function outcomeNote({ lostCount, simplified }: OperationOutcome): string {
  if (simplified !== undefined) {
    const { verticesBefore, verticesAfter, deviation } = simplified;
    return `${counted(verticesBefore)} → ${counted(verticesAfter)} vertices, moved by up to ${shownPx(deviation)} px`;
  }
  // Regions that nothing is left of should not go unseen.
  if (lostCount === 0) return '';
  return lostCount === 1 ? 'One region vanishes' : `${lostCount} regions vanish`;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}

function shownPx(px: number): string {
  return px.toLocaleString('en', { maximumFractionDigits: 1 });
}

export function amountOperationOf(panel: MaskPanel | null): AmountOperationId | null {
  return panel === null || panel === 'import' || panel === 'export' ? null : panel;
}
