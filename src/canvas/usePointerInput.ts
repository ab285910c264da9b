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
      pointercancel: (event: PointerEvent) => input.lose(event),
      pointerleave: input.leave,
    };
    for (const [name, handler] of Object.entries(handlers)) {
      stage.addEventListener(name, handler as EventListener);
    }
    window.addEventListener('keydown', input.key);
    window.addEventListener('keyup', input.key);
    const stopFollowing = editor.session.subscribe((session, before) => {
      if (session.view !== before.view) input.view();
    });
    const preventMenu = (event: Event) => event.preventDefault();
    stage.addEventListener('contextmenu', preventMenu);
    return () => {
      for (const [name, handler] of Object.entries(handlers)) {
        stage.removeEventListener(name, handler as EventListener);
      }
      window.removeEventListener('keydown', input.key);
      window.removeEventListener('keyup', input.key);
      stopFollowing();
      stage.removeEventListener('contextmenu', preventMenu);
    };
  }, [editor, element]);
}
