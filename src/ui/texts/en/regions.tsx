import type { ReactNode } from 'react';

type ToolNames = { readonly brush: ReactNode; readonly lasso: ReactNode; readonly rectangle: ReactNode };

export const regions = {
  title: 'Regions',
  empty: ({ brush, lasso, rectangle }: ToolNames) => (
    <>
      <span>Nothing is masked, so all of the photograph is kept. Draw what to repaint with </span>
      {brush}
      <span>, </span>
      {lasso}
      <span>, </span>
      {rectangle}
      <span> or another of the tools.</span>
    </>
  ),
  vertices: (count: number) => `${count} vertices`,
  nameOf: (name: string) => `Name of ${name}`,
  show: (name: string) => `Show ${name}`,
  showTip: 'Show, and send with the mask',
  hide: (name: string) => `Hide ${name}`,
  hideTip: 'Hide, and leave out of the mask',
  delete: (name: string) => `Delete ${name}`,
  deleteTip: 'Delete',
};
