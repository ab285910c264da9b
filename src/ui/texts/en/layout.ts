import type { Coverage } from '../../../model/request/layout.ts';

/** What becomes of each part of the canvas. */
const parts: Readonly<Record<keyof Coverage, { readonly name: string; readonly explanation: string }>> = {
  kept: { name: 'Kept', explanation: 'the photograph as it is' },
  repainted: { name: 'Repainted', explanation: 'the masked part of it' },
  generated: { name: 'Generated', explanation: 'canvas beyond it' },
};

export const layout = {
  title: 'Layout',
  coverage: 'Coverage',
  parts,
  margins: 'Margins',
};
