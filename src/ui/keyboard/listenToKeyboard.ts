import type { Editor } from '../../store/createEditor.ts';
import { noModifiers } from '../../tools/tool.ts';
import { allCommands, type Command } from './commands.ts';
import { hasMod, isPressOf } from './keys.ts';
import { isPressable, isSettled, textFieldAt } from './typing.ts';

/**
 * Runs commands, and gives the tool the keys that no command claims. Listens on the window, so that a control in the page
 * comes first: what it has handled (`defaultPrevented`) or would type is left alone. Returns the way to stop.
 */
export function listenToKeyboard(editor: Editor): () => void {
  let held: { readonly command: Command; readonly code: string } | null = null;

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || isForField(event) || isForButton(event)) return;
    const command = allCommands.find(({ keys }) => keys.some((each) => isPressOf(each, event)));
    if (command === undefined) return sendKey(editor, event);
    event.preventDefault();
    if (command.release === undefined) command.run(editor);
    else if (held === null) {
      held = { command, code: event.code };
      command.run(editor);
    }
  }

  function onKeyUp(event: KeyboardEvent) {
    if (event.code === held?.code) release();
  }

  function release() {
    held?.command.release?.(editor);
    held = null;
  }

  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('keydown', onKeyDown, { signal });
  window.addEventListener('keyup', onKeyUp, { signal });
  // The key may come up while another window has the keyboard.
  window.addEventListener('blur', release, { signal });
  return () => listening.abort();
}

/** In a field keys type. Escape leaves it; undo and zoom still work where nothing has been typed. */
function isForField(event: KeyboardEvent): boolean {
  const field = textFieldAt(event.target);
  if (field === null) return false;
  if (event.key === 'Escape') field.blur();
  return !(hasMod(event) && isSettled(field));
}

/** Enter and Space press the button that has the focus. */
function isForButton(event: KeyboardEvent): boolean {
  return (event.key === 'Enter' || event.key === ' ') && isPressable(event.target);
}

/** With Ctrl, Cmd or Alt a key is the browser's. */
function sendKey({ tool }: Editor, event: KeyboardEvent) {
  if (hasMod(event) || event.altKey) return;
  if (event.key.startsWith('Arrow')) event.preventDefault();
  const modifiers = { ...noModifiers, shift: event.shiftKey };
  tool.send({ type: 'key', key: event.key, modifiers });
}
