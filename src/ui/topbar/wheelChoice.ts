import type { EditorStore } from '../../store/editor/editorStore.ts';
import { basePath } from '../basePath.ts';

/** A choice of this browser's, as its mouse is, and not part of anybody's work. */
const choiceKey = () => `wheel-pans${basePath()}`;

/** What the wheel does, as it was chosen before. */
export function restoreWheelChoice(editor: EditorStore): void {
  try {
    if (localStorage.getItem(choiceKey()) === 'yes') setWheel(editor, true);
  } catch {
    // A browser that keeps nothing.
  }
}

export function chooseWheel(editor: EditorStore, isWheelPanning: boolean): void {
  setWheel(editor, isWheelPanning);
  try {
    localStorage.setItem(choiceKey(), isWheelPanning ? 'yes' : 'no');
  } catch {
    // It holds for as long as the page is open.
  }
}

function setWheel(editor: EditorStore, isWheelPanning: boolean): void {
  editor.transact((state) => ({ ...state, isWheelPanning }), 'atOnce');
}
