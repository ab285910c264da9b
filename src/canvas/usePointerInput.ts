import { type RefObject, useEffect } from 'react';
import type { EditorStore } from '../store/editor/editorStore.ts';
import { keepFromPasting } from './keepFromPasting.ts';
import { createPointerInput, openMenu } from './pointerInput.ts';

/** Dispatches what pointers do on the stage, and which modifier keys are held meanwhile. */
export function usePointerInput(editor: EditorStore, element: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const stage = element.current;
    if (stage === null) return;
    const input = createPointerInput(editor, stage);
    const listening = new AbortController();
    const { signal } = listening;
    stage.addEventListener('pointerdown', input.down, { signal });
    stage.addEventListener('pointermove', input.move, { signal });
    stage.addEventListener('pointerup', input.up, { signal });
    stage.addEventListener('pointercancel', input.cancel, { signal });
    stage.addEventListener('pointerleave', input.leave, { signal });
    stage.addEventListener('contextmenu', (event) => openMenu(editor, stage, event), { signal });
    stage.addEventListener('pointerup', keepFromPasting, { signal });
    window.addEventListener('keydown', input.changeModifiers, { signal });
    window.addEventListener('keyup', input.changeModifiers, { signal });
    return () => {
      listening.abort();
      input.stop();
    };
  }, [editor, element]);
}
