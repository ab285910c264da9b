import { copySelection, cutSelection, pasteText } from '../../store/editor/clipboard.ts';
import { withInfo } from '../../store/editor/editorState.ts';
import type { EditorStore } from '../../store/editor/editorStore.ts';
import type { NoticeFacts } from '../../store/notice.ts';
import { copyText } from '../kit/clipboard.ts';
import { showKeys } from '../kit/keys.ts';

export async function copyMask(editor: EditorStore) {
  const text = copySelection(editor);
  if (text !== undefined && !(await copyText(text)))
    editor.transact(withInfo(blocked('Mod+C', 'copy')), 'atOnce');
}

/** Nothing is removed that has not reached the clipboard. */
export async function cutMask(editor: EditorStore) {
  const text = copySelection(editor);
  if (text === undefined) return;
  if (await copyText(text)) cutSelection(editor);
  else editor.transact(withInfo(blocked('Mod+X', 'cut')), 'atOnce');
}

/** A browser lets a page read the clipboard only where the person agrees; the keys always work. */
export async function pasteMask(editor: EditorStore) {
  const text = await readClipboard();
  if (text === undefined) editor.transact(withInfo(blocked('Mod+V', 'paste')), 'atOnce');
  else if (!pasteText(editor, text)) editor.transact(withInfo({ code: 'clipboardEmpty' }), 'atOnce');
}

async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}

function blocked(keys: string, action: 'copy' | 'cut' | 'paste'): NoticeFacts {
  return { code: 'clipboardBlocked', action, keys: showKeys(keys) };
}
