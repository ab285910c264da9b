import { type RefObject, useEffect } from 'react';
import type { Editor } from '../store/createEditor.ts';
import { createPointerInput } from './pointerInput.ts';

/** Turns the element's pointer events into tool events and two-finger view changes. */
export function usePointerInput(editor: Editor, element: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const stage = element.current;
    if (stage === null) return;
    const input = createPointerInput(editor, stage);
    const handlers = {
      pointerdown: input.down,
      pointermove: input.move,
      pointerup: input.up,
      pointercancel: input.up,
      pointerleave: input.leave,
    };
    for (const [name, handler] of Object.entries(handlers)) {
      stage.addEventListener(name, handler as EventListener);
    }
    const preventMenu = (event: Event) => event.preventDefault();
    stage.addEventListener('contextmenu', preventMenu);
    return () => {
      for (const [name, handler] of Object.entries(handlers)) {
        stage.removeEventListener(name, handler as EventListener);
      }
      stage.removeEventListener('contextmenu', preventMenu);
    };
  }, [editor, element]);
}
