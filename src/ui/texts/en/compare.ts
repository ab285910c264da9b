import type { ComparisonMode } from '../../../store/editor/editorState.ts';

const modes: Readonly<Record<ComparisonMode, { readonly label: string; readonly tip: string }>> = {
  result: { label: 'Result', tip: 'The result alone' },
  swipe: { label: 'Swipe', tip: 'The result beside the layout; drag the handle between them' },
  difference: { label: 'Difference', tip: 'Where result and layout differ' },
  kept: { label: 'Kept area', tip: 'Where the result differs although it was to be kept' },
};

export const compare = {
  title: 'Compare',
  mode: 'Compare by',
  modes,
  peekAtLayout: 'Hold to see the layout',
  peekAtResult: 'Hold to see the result',
  swipe: 'Swipe',
  swipeShare: (percent: number) => `${percent} % result`,
  result: 'Result',
  restored: 'Restored',
  layout: 'Layout',
  comparing: 'Comparing…',
  difference: 'Result against photograph, dark where they agree.',
  faint: 'faint',
  strong: 'strong',
  restore: 'Restore kept pixels',
  restoreTip: 'Put the original back where it was to be kept',
  feather: 'Feather',
  writing: 'Writing the file…',
  puttingBack: 'Putting back…',
  cancel: 'Cancel',
  downloadRestored: 'Download restored',
};

/** How much of what was to be kept differs. */
export const keptArea = {
  title: 'Kept area check',
  comparing: 'Comparing what was to be kept…',
  nothingKept: 'Nothing was to be kept.',
  noneDiffers: 'None of the kept pixels differ visibly.',
  allDiffer: 'All of the kept pixels differ visibly.',
  shareDiffers: (share: string) => `${share} of the kept pixels differ visibly.`,
  allExact: 'All of them are exactly as they were.',
  mean: (mean: number, visible: number) =>
    `Mean ${mean < 0.01 ? 'less than 0.01' : mean.toFixed(2)}; ${visible} is just visible.`,
  isScaled: 'The photograph was scaled: that alone can change fine detail.',
  isStretched: ({ width, height }: { width: number; height: number }) =>
    `It came as ${width} × ${height} px, and was scaled to the canvas.`,
};
