import { Suspense, useEffect, useState } from 'react';
import type { Editor } from '../../store/createEditor.ts';
import { copySelection, cutSelection, pasteText } from '../../store/editor/clipboard.ts';
import { useEditor } from '../../store/useEditor.ts';
import { textFieldAt } from '../kit/focus.ts';
import { latePart } from '../latePart.tsx';
import { openFiles, openTransferred } from '../start/fileTransfer.ts';

const PictureDialog = latePart(() => import('../start/PictureDialog.tsx').then((file) => file.PictureDialog));

/** What the whole page copies, cuts and pastes is the editor's. Shows only the question about a picture that came with text. */
export function ClipboardInput() {
  const editor = useEditor();
  const [picture, setPicture] = useState<File | null>(null);
  useEffect(() => listenToClipboard(editor, setPicture), [editor]);
  const close = () => setPicture(null);

  function open() {
    if (picture !== null) void openFiles(editor, [picture]);
    close();
  }

  return <Suspense>{picture && <PictureDialog file={picture} onOpen={open} onClose={close} />}</Suspense>;
}

/**
 * Copies, cuts and pastes regions, and opens images that are pasted: files, and those behind a web address or in the HTML of
 * another page. The browser's own events come with a clipboard that needs no permission. What is copied from, or pasted into,
 * text stays the browser's. A picture that comes with text is of that text, as Word, Excel and web pages put it there: it is
 * asked for first. Returns the way to stop.
 */
function listenToClipboard(editor: Editor, askForPicture: (file: File) => void): () => void {
  function take(event: ClipboardEvent, textOf: (editor: Editor) => string | undefined) {
    if (event.clipboardData === null || isForText(event) || isTextSelected()) return;
    const text = textOf(editor);
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  }

  function paste(event: ClipboardEvent) {
    const { clipboardData } = event;
    if (clipboardData === null || event.defaultPrevented) return;
    const text = clipboardData.getData('text/plain');
    const files = [...clipboardData.files];
    const [picture] = files;
    if (textFieldAt(event.target) !== null && (text !== '' || picture === undefined)) return;
    if (picture !== undefined) {
      if (text.trim() === '') void openFiles(editor, files);
      else askForPicture(picture);
    } else if (pasteText(editor, text)) event.preventDefault();
    else void openTransferred(editor, clipboardData);
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

/** A sentence marked somewhere on the page. What is marked in a field that was left is none: its type is `Range`, too. */
function isTextSelected(): boolean {
  return window.getSelection()?.isCollapsed === false;
}
