import { useEffect } from 'react';
import { useEditor } from '../../store/useEditor.ts';
import { listenToKeyboard } from './listenToKeyboard.ts';

/** The keyboard of the whole page drives the editor. */
export function useKeyboard() {
  const editor = useEditor();
  useEffect(() => listenToKeyboard(editor), [editor]);
}
