import type { MouseEvent } from 'react';

/**
 * A button that was clicked with a pointer gives the focus back, so that the next Space or Enter is the canvas's and does
 * not press the button again. `detail` is 0 for a click that came from the keyboard or from assistive technology.
 */
export function leaveFocusAfterPointer(event: MouseEvent<HTMLElement>) {
  const isFocused = event.currentTarget === document.activeElement;
  if (event.detail > 0 && isFocused) event.currentTarget.blur();
}
