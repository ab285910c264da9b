import { fieldIds, type PageField } from './fieldIds.ts';

/** Brings the control of `field` into view and focuses it; the focus shows also after a click of the mouse. */
export function jumpToField(field: PageField) {
  const element = document.getElementById(fieldIds[field]);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true, focusVisible: true });
}
