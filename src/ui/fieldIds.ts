import type { ProblemField } from '../model/problem.ts';

/** Where each field of a problem stands in the page: the id of a control, or of a section that takes the focus. */
export const fieldIds: Record<ProblemField, string> = {
  image: 'open-image',
  prompt: 'prompt',
  canvas: 'canvas-width',
  placement: 'image-x',
  regions: 'regions',
  callbackUrl: 'callback-url',
};
