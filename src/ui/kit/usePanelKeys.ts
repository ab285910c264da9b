import { type RefObject, useEffect } from 'react';
import { isPressable, textFieldAt } from './focus.ts';

/**
 * Takes the focus to the panel's field, and while the panel is open gives it Escape and Enter also when the stage has
 * the focus. It listens before all others, since there Escape would deselect and Enter would close a polygon.
 */
export function usePanelKeys(panel: RefObject<HTMLFormElement | null>, onCancel: () => void) {
  useEffect(() => {
    const field = panel.current?.querySelector<HTMLElement>('[role="spinbutton"]');
    panel.current?.scrollIntoView({ block: 'nearest' });
    field?.focus({ preventScroll: true });
  }, [panel]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isElsewhere = !isWithin(panel.current, event.target) && textFieldAt(event.target) !== null;
      if (isElsewhere) return;
      if (event.key === 'Escape') onCancel();
      else if (event.key === 'Enter' && !isPressable(event.target)) panel.current?.requestSubmit();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [panel, onCancel]);
}

function isWithin(panel: HTMLElement | null, target: EventTarget | null): boolean {
  return target instanceof Node && panel !== null && panel.contains(target);
}
