import { type RefObject, useEffect } from 'react';
import type { Editor } from '../store/createEditor.ts';
import { selectForMenu } from '../store/editor/selectForMenu.ts';

const rightButton = 2;

/** A right press selects what it is on before a menu opens. The menu key leaves the selection as it is. */
export function useMenuSelection(editor: Editor, element: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const stage = element.current;
    if (stage === null) return;
    function select({ button, clientX, clientY }: MouseEvent) {
      if (button !== rightButton || stage === null) return;
      const { left, top } = stage.getBoundingClientRect();
      selectForMenu(editor, { x: clientX - left, y: clientY - top });
    }
    stage.addEventListener('contextmenu', select);
    return () => stage.removeEventListener('contextmenu', select);
  }, [editor, element]);
}
