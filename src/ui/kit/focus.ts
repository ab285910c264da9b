import type { KeyboardEvent, MouseEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** Arrow keys go round the buttons of a toolbar: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export function moveFocusWithArrows(event: KeyboardEvent<HTMLElement>) {
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const from = buttons.findIndex((button) => button.matches(':focus'));
  buttons.at((from + step) % buttons.length)?.focus();
}

/**
 * A button that was clicked with a pointer gives the focus back, so that the next Space or Enter is the canvas's and does
 * not press the button again. `detail` is 0 for a click that came from the keyboard or from assistive technology.
 */
export function leaveFocusAfterPointer(event: MouseEvent<HTMLElement>) {
  const isFocused = event.currentTarget === document.activeElement;
  if (event.detail > 0 && isFocused) event.currentTarget.blur();
}

const textFields = [
  'textarea',
  'select',
  '[contenteditable]',
  'input:not([type="radio"], [type="checkbox"], [type="range"], [type="button"], [type="file"])',
].join();

/** The field that keys typed at `target` go into. */
export function textFieldAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(textFields) : null;
}

/** A number field into which nothing has been typed since its last commit: it has nothing of its own to undo. */
export function isPristine(field: HTMLElement): boolean {
  return field.dataset.typing === 'false';
}

/** Whether arrow keys and their like choose a value of the element itself. */
export function isChoosable(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input[type="radio"], input[type="range"]');
}

/** Whether Enter and Space press the element itself. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary, input') !== null;
}

/** Whether the canvas itself has the keyboard. */
export function isStage(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[role="application"]');
}
