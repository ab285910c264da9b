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
export function isSettled(field: HTMLElement): boolean {
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
