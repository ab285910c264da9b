import type { ReactNode } from 'react';

export const start = {
  openImage: 'Open image',
  title: 'Start with a photograph',
  lead: 'Place it on a canvas, mask what to repaint, and let the rest be generated.',
  choose: 'Choose a photograph',
  opening: 'Opening…',
  dropOrPaste: (keys: ReactNode) => (
    <>
      <span>or drop it anywhere, or paste it with </span>
      {keys}
    </>
  ),
  formats: (size: string) => `JPEG, PNG, WebP, GIF, AVIF or BMP, up to ${size}`,
  samplesTitle: 'Or try one of these',
  samples: {
    chelsea: { title: 'Chelsea the cat', idea: 'Widen a close portrait' },
    coffee: { title: 'Cup of coffee', idea: 'Change what is in the cup' },
    rocket: { title: 'Rocket at night', idea: 'Give the launch a taller sky' },
  },
  drop: 'Drop to open',
  dropReplaces: 'It starts a new document. Undo brings the present one back.',
};
