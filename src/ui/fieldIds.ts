import type { ProblemField } from '../model/problem.ts';

/** What a person can be led to: the fields of problems, and how the request is sent. */
export type PageField = ProblemField | 'request';

/** Where each field stands in the page: the id of a control, or of a section that takes the focus. */
export const fieldIds: Record<PageField, string> = {
  image: 'open-image',
  prompt: 'prompt',
  canvas: 'canvas-width',
  placement: 'image-x',
  regions: 'regions',
  callbackUrl: 'callback-url',
  request: 'request',
};
