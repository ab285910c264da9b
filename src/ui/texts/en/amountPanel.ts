/** Of the panel in which an operation is tried out. */
export const amountPanel = {
  amount: 'Amount',
  apply: 'Apply',
  cancel: 'Cancel',
  noChange: 'Nothing would change at this amount.',
  simplified: (before: number, after: number, deviation: number) =>
    `${before.toLocaleString('en')} → ${after.toLocaleString('en')} vertices, ` +
    `moved by up to ${deviation.toLocaleString('en', { maximumFractionDigits: 1 })} px`,
  vanish: (count: number) => (count === 1 ? 'One region vanishes' : `${count} regions vanish`),
};
