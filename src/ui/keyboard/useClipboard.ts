import { useEffect } from 'react';
import type { Editor } from '../../store/createEditor.ts';
import { copySelection, cutSelection, pasteText } from '../../store/editor/clipboard.ts';
import { isLink } from '../../store/images/openLink.ts';
import { useEditor } from '../../store/useEditor.ts';
import { textFieldAt } from '../kit/focus.ts';

/** What the whole page copies, cuts and pastes is the editor's. */
export function useClipboard() {
  const editor = useEditor();
  useEffect(() => listenToClipboard(editor), [editor]);
}

/**
 * Copies, cuts and pastes regions, and opens the image behind a pasted web address. The browser's own events come with a clipboard that needs no permission. What is
 * copied from, or pasted into, text stays the browser's; files are opened by whoever takes files. Returns the way to stop.
 */
export function listenToClipboard(editor: Editor): () => void {
  function take(event: ClipboardEvent, textOf: (editor: Editor) => string | undefined) {
    if (event.clipboardData === null || isForText(event) || isTextSelected()) return;
    const text = textOf(editor);
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  }

  function paste(event: ClipboardEvent) {
    const { clipboardData } = event;
    if (clipboardData === null || clipboardData.files.length > 0 || isForText(event)) return;
    const text = clipboardData.getData('text/plain');
    if (pasteText(editor, text)) event.preventDefault();
    else if (isLink(text)) void editor.images.openLink(text);
  }

  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('copy', (event) => take(event, copySelection), { signal });
  window.addEventListener('cut', (event) => take(event, cutSelection), { signal });
  window.addEventListener('paste', paste, { signal });
  return () => listening.abort();
}

function isForText(event: ClipboardEvent): boolean {
  return event.defaultPrevented || textFieldAt(event.target) !== null;
}

/** A sentence marked somewhere on the page. */
function isTextSelected(): boolean {
  return window.getSelection()?.type === 'Range';
}
