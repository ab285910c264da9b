/** What the controls say that know nothing of the product. */
export const kit = {
  close: 'Close',
  dismiss: 'Dismiss',
  numberNotes: {
    noNumber: () => 'Type a whole number.',
    ambiguous: () => 'This can be read as two numbers. Type it without points and commas.',
    range: ({ min, max }: { min: number; max: number }) => `${min} to ${max} px`,
  },
  copied: 'Copied',
  copyBlocked: 'Copying is blocked: select the text',
  ctrlKey: 'Ctrl',
};
