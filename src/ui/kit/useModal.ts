import { type RefObject, useEffect, useLayoutEffect } from 'react';

/**
 * Opens the dialog above everything. A click beside its controls leaves the focus on the page, whose keys would then
 * edit what lies behind: these keys go no further, while Escape still closes the dialog, as the browser sees to.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>) {
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, [dialog]);

  useEffect(() => {
    function keep(event: KeyboardEvent) {
      const isInside = event.target instanceof Node && dialog.current?.contains(event.target);
      if (!isInside) event.stopPropagation();
    }
    window.addEventListener('keydown', keep, { capture: true });
    return () => window.removeEventListener('keydown', keep, { capture: true });
  }, [dialog]);
}
