import type { OperationOutcome } from '../../../model/mask/operations/applyOperation.ts';

/** Of the panel in which an operation is tried out. */
export const amountPanel = {
  amount: 'Amount',
  apply: 'Apply',
  cancel: 'Cancel',
  noChange: 'Nothing would change at this amount.',
  /** What is worth knowing of what an operation makes of a document. Regions that nothing is left of should not go unseen. */
  outcome: ({ lostCount, simplified }: OperationOutcome) => {
    if (simplified === undefined) return vanish(lostCount);
    const { verticesBefore, verticesAfter, deviation } = simplified;
    return (
      `${verticesBefore.toLocaleString('en')} → ${verticesAfter.toLocaleString('en')} vertices, ` +
      `moved by up to ${deviation.toLocaleString('en', { maximumFractionDigits: 1 })} px`
    );
  },
};

function vanish(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'One region vanishes' : `${count} regions vanish`;
}
