import type { Editor } from '../../store/createEditor.ts';
import { copySelection, cutSelection, pasteText } from '../../store/editor/clipboard.ts';
import { copyText } from '../kit/copyText.ts';
import { showKeys } from '../kit/showKeys.ts';
import { tell } from '../notice/tell.ts';

export async function copyMask(editor: Editor) {
  const text = copySelection(editor);
  if (text !== undefined && !(await copyText(text))) tell(editor, blocked('Mod+C', 'copy'));
}

/** Nothing is removed that has not reached the clipboard. */
export async function cutMask(editor: Editor) {
  const text = copySelection(editor);
  if (text === undefined) return;
  if (await copyText(text)) cutSelection(editor);
  else tell(editor, blocked('Mod+X', 'cut'));
}

/** A browser lets a page read the clipboard only where the person agrees; the keys always work. */
export async function pasteMask(editor: Editor) {
  const text = await readClipboard();
  if (text === undefined) tell(editor, blocked('Mod+V', 'paste'));
  else if (!pasteText(editor, text)) tell(editor, 'There are no regions on the clipboard.');
}

async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}

function blocked(keys: string, verb: string): string {
  return `This browser keeps the clipboard to itself: press ${showKeys(keys)} to ${verb}.`;
}
