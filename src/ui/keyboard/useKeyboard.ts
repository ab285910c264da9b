import { useEffect } from 'react';
import { useEditor } from '../../store/useEditor.ts';
import { listenToClipboard } from './listenToClipboard.ts';
import { listenToKeyboard } from './listenToKeyboard.ts';

/** The keyboard of the whole page drives the editor, with what it copies and pastes. */
export function useKeyboard() {
  const editor = useEditor();
  useEffect(() => listenToKeyboard(editor), [editor]);
  useEffect(() => listenToClipboard(editor), [editor]);
}
