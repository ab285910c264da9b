import { useEffect } from 'react';
import type { Editor } from '../../store/createEditor.ts';
import { showResult } from '../../store/editor/shownResult.ts';
import { useEditor } from '../../store/useEditor.ts';
import { noModifiers } from '../../tools/tool.ts';
import { isChoosable, isPressable, isPristine, isStage, textFieldAt } from '../kit/focus.ts';
import { isPressOf } from '../kit/keys.ts';
import { isComposing, pressedKey } from '../kit/pressedKey.ts';
import { neighbourResult } from '../results/neighbourResult.ts';
import { allCommands, type Command } from './commands.ts';

/** The keyboard of the whole page drives the editor. */
export function useKeyboard() {
  const editor = useEditor();
  useEffect(() => listenToKeyboard(editor), [editor]);
}

/**
 * Runs commands, and gives the tool the keys that no command claims. Listens on the window, so that a control in the page
 * comes first: what it has handled (`defaultPrevented`) or would type is left alone. Returns the way to stop.
 */
export function listenToKeyboard(editor: Editor): () => void {
  let held: { readonly command: Command; readonly code: string } | null = null;

  function onKeyDown(event: KeyboardEvent) {
    keepFromMenu(editor, event);
    if (event.defaultPrevented || isForField(event) || isForControl(event)) return;
    const command = commandOf(event);
    if (command === undefined) return sendKey(editor, event);
    event.preventDefault();
    if (command.release === undefined) command.run(editor);
    else if (held === null) {
      held = { command, code: event.code };
      command.run(editor);
    }
  }

  /** First of all listeners, this hears for all of them. */
  function onEarlyKeyDown(event: KeyboardEvent) {
    // Whoever composes a word chooses by Enter, Escape and arrows.
    if (isComposing(event)) return event.stopImmediatePropagation();
    const command = commandOf(event);
    if (command?.isEverywhere === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat && document.querySelector('dialog[open]') === null) command.run(editor);
  }

  function onKeyUp(event: KeyboardEvent) {
    keepFromMenu(editor, event);
    if (event.code === held?.code) release();
  }

  function release() {
    held?.command.release?.(editor);
    held = null;
  }

  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('keydown', onEarlyKeyDown, { signal, capture: true });
  window.addEventListener('keydown', onKeyDown, { signal });
  window.addEventListener('keyup', onKeyUp, { signal });
  // The key may come up while another window has the keyboard.
  window.addEventListener('blur', release, { signal });
  return () => listening.abort();
}

/** Alt alone opens the browser's menu on Windows and Linux, and over the stage it chooses what a press does. */
function keepFromMenu(editor: Editor, event: KeyboardEvent) {
  const isForStage = isStage(event.target) || editor.getState().pointer !== null;
  if (event.key === 'Alt' && isForStage) event.preventDefault();
}

function commandOf(event: KeyboardEvent): Command | undefined {
  return allCommands.find(({ keys }) => keys.some((each) => isPressOf(each, event)));
}

/**
 * In a field keys type, and Ctrl or Cmd with A marks what is in it. Escape leaves it; undo and zoom still work where
 * nothing has been typed.
 */
function isForField(event: KeyboardEvent): boolean {
  const field = textFieldAt(event.target);
  if (field === null) return false;
  if (event.key === 'Escape') field.blur();
  return !(pressedKey(event).hasMod && isPristine(field)) || isPressOf('Mod+A', event);
}

const choosingKeys = /^(?:Arrow.*|Page.*|Home|End)$/;

/** Enter and Space press the button that has the focus; arrows move a slider or go through radio buttons. */
function isForControl(event: KeyboardEvent): boolean {
  const { key, target } = event;
  return key === 'Enter' || key === ' ' ? isPressable(target) : choosingKeys.test(key) && isChoosable(target);
}

/** With Ctrl, Cmd or Alt a key is the browser's. */
function sendKey(editor: Editor, event: KeyboardEvent) {
  const { name, hasMod, hasAlt } = pressedKey(event);
  if (hasMod || hasAlt) return;
  const isSent = name !== 'Tab' || isStage(event.target);
  if (name.startsWith('Arrow')) event.preventDefault();
  if (editor.getState().shownResult !== null) return showNeighbour(editor, name);
  const isHandled =
    isSent &&
    editor.dispatch({ type: 'key', key: name, modifiers: { ...noModifiers, shift: event.shiftKey } });
  // On the stage, Tab goes on in the page once the tool has nowhere more to go with it.
  if (name === 'Tab' && isHandled) event.preventDefault();
}

const neighbours: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** Keys act on what is seen: over a result the arrows go to the one before or after it. */
function showNeighbour({ getState, generations, transact }: Editor, name: string) {
  const { shownResult } = getState();
  const step = neighbours[name];
  if (shownResult === null || step === undefined) return;
  const neighbour = neighbourResult(generations.store.getState().generations, shownResult, step);
  if (neighbour !== undefined) transact(showResult(neighbour), 'atOnce');
}
