import type { ProblemField } from '../model/request/problem.ts';

/** What a person can be led to: the fields of problems, how the request is sent, and what is tried on the mask. */
export type PageField = ProblemField | 'request' | 'maskPanel';

/** Where each field stands in the page: the id of a control, or of a section that takes the focus. */
export const fieldIds: Record<PageField, string> = {
  image: 'open-image',
  prompt: 'prompt',
  canvas: 'canvas-width',
  placement: 'image-x',
  regions: 'regions',
  callbackUrl: 'callback-url',
  request: 'request',
  maskPanel: 'apply-to-mask',
};

/** Brings the control of `field` into view and focuses it; the focus shows also after a click of the mouse. */
export function jumpToField(field: PageField) {
  const element = document.getElementById(fieldIds[field]);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true, focusVisible: true });
}
