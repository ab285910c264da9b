import { screenToCanvas } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import type { Modifiers, PointerPosition, ToolInput } from '../../tools/tool.ts';
import { activeTool, type EditorState, toolOf } from './editorState.ts';
import type { OperationRunner } from './operationRunner.ts';
import { compareBy, hideResult } from './shownResult.ts';
import { type MenuCause, openStageMenu } from './stageMenu.ts';
import {
  endPress,
  handleEvent,
  holdTool,
  placeOf,
  releaseTool,
  rememberPress,
  revokePress,
} from './toolEvents.ts';
import type { StoreAccess, ToolRunner } from './toolRunner.ts';
import { panBy, zoomAt } from './viewChanges.ts';

/** `penEraser`: the other end of a pen. */
export type PointerButton = 'left' | 'middle' | 'right' | 'penEraser' | 'other';

/** A pointer as the browser told of it. */
export type PointerInput = {
  /** CSS px in the stage's element. */
  readonly screen: Point;
  readonly modifiers: Modifiers;
  /** 0 to 1; 0.5 for devices that feel none. */
  readonly pressure: number;
  /** Whether it is the right button, or a pen's eraser. */
  readonly isSecondary: boolean;
  /** Whether it is a finger, which covers what it points at. */
  readonly isTouch: boolean;
};

/** What pointer, wheel and keyboard report. What it means is the editor's matter. */
export type Input =
  /** `clicks` counts the presses in quick succession: 2 for a double-click. */
  | ({ readonly type: 'press'; readonly button: PointerButton; readonly clicks: number } & PointerInput)
  /** `trail`: where the pointer was since the last event, in CSS px, oldest first; it ends in `screen`. */
  | ({ readonly type: 'move'; readonly trail: readonly Point[] } & PointerInput)
  | ({ readonly type: 'release' } & PointerInput)
  /** The last press was none: it was a finger of two, or a palm beside a pen. Nothing is left of it. */
  | { readonly type: 'revoke' }
  /** The browser has taken the pointer away, and need not say where it is. */
  | { readonly type: 'lose' }
  /** The pointer has left the stage. */
  | { readonly type: 'leave' }
  /** A modifier was pressed or let go while the pointer rests. */
  | { readonly type: 'modifiers'; readonly modifiers: Modifiers }
  /** A right click, a rest of the finger or the menu key; `at` in CSS px. */
  | { readonly type: 'menu'; readonly at: Point; readonly by: MenuCause }
  /** Two fingers, or the wheel; CSS px. */
  | { readonly type: 'panView'; readonly offset: Point }
  | { readonly type: 'zoomView'; readonly at: Point; readonly factor: number }
  /** The wheel with Alt held: a step forwards or back, or still less than one. */
  | { readonly type: 'wheelStep'; readonly step: -1 | 0 | 1 }
  | { readonly type: 'confirm' | 'cancel' | 'delete' }
  /** A key that no command claims, arrows among them, named as `KeyboardEvent.key` names it. */
  | { readonly type: 'key'; readonly key: string; readonly modifiers: Modifiers };

type Parts = StoreAccess & { readonly toolRunner: ToolRunner; readonly operations: OperationRunner };

type InputOf<Type extends Input['type']> = Extract<Input, { readonly type: Type }>;

/** Decides what an input means in the state that it meets, and answers whether anything was done with it. */
export function createDispatch(parts: Parts) {
  const { getState, set, toolRunner } = parts;
  return function dispatch(input: Input): boolean {
    switch (input.type) {
      case 'press':
        return press(parts, input);
      case 'move':
        return move(parts, input);
      case 'release':
        toolRunner.send({ ...toolInput(input, getState()), type: 'up' });
        return true;
      case 'revoke':
        revoke(parts);
        return true;
      case 'lose':
        return lose(parts);
      case 'leave':
        set((state) => (state.isPointerDown ? state : { ...state, pointer: null }));
        return true;
      case 'modifiers':
        return changeModifiers(parts, input);
      case 'menu':
        return openMenu(parts, input);
      case 'panView':
        set(panBy(input.offset));
        return true;
      case 'zoomView':
        set(zoomAt(input.at, input.factor));
        return true;
      case 'wheelStep':
        return setByWheel(parts, input);
      case 'cancel':
        return cancel(parts);
      case 'confirm':
        if (getState().shownResult === null) toolRunner.send(input);
        return true;
      case 'delete':
        return deleteShown(parts);
      case 'key':
        return sendKey(parts, input);
    }
  };
}

/** Over a result every button pans, as the middle one always does. */
function press({ getState, set, queue, toolRunner, operations }: Parts, input: InputOf<'press'>): boolean {
  const state = getState();
  if (!isPressTaken(input.button, state)) return false;
  const isPan = input.button === 'middle' || state.shownResult !== null;
  if (isPan) set(holdTool('pan'));
  if (appliesTrial(getState())) operations.applyTrial('press');
  queue.run(() => set(rememberPress));
  toolRunner.send({ ...toolInput(input, getState()), type: 'down', clicks: input.clicks });
  if (isPan) set(releaseTool);
  return true;
}

/** A press is meant for what is seen. A tool that only moves the view leaves it to be tried further. */
function appliesTrial(state: EditorState): boolean {
  return state.maskPanel !== null && !toolOf(activeTool(state)).isViewTool;
}

function move({ getState, toolRunner }: Parts, input: InputOf<'move'>): boolean {
  const state = getState();
  const trail = input.trail.map((point) => screenToCanvas(point, state.view));
  toolRunner.send({ ...toolInput(input, state), type: 'move', trail });
  return true;
}

/** A gesture ends where the pointer was last seen. */
function lose({ getState, toolRunner }: Parts): boolean {
  const { pointer, isPointerDown } = getState();
  if (isPointerDown && pointer !== null) toolRunner.send({ ...pointer, type: 'up' });
  return isPointerDown;
}

function changeModifiers({ getState, toolRunner }: Parts, { modifiers }: InputOf<'modifiers'>): boolean {
  const { pointer } = getState();
  if (pointer === null) return false;
  toolRunner.send({ ...pointer, type: 'move', trail: [pointer.point], modifiers });
  return true;
}

function openMenu(parts: Parts, { at, by }: InputOf<'menu'>): boolean {
  if (by === 'longPress' && parts.getState().isPointerDown) revoke(parts);
  parts.queue.run(() => parts.set(openStageMenu(at, by)));
  return parts.getState().stageMenu !== null;
}

/** The tool may have heard of the press only once a worker is done. */
function revoke({ set, queue }: Parts): void {
  set((state) => ({ ...endPress(state), heldTool: null }));
  queue.run(() => set(revokePress));
}

function cancel({ getState, set, toolRunner }: Parts): boolean {
  if (getState().shownResult !== null) set(hideResult);
  else toolRunner.send({ type: 'cancel' });
  return true;
}

/** Whether the tool has an option that the wheel sets. It is at once, so that what is answered is what is done. */
function setByWheel({ getState, set }: Parts, { step }: InputOf<'wheelStep'>): boolean {
  const state = getState();
  const options = handleEvent(state, placeOf(state), { type: 'wheel', step })?.options;
  // Over a result no tool is at work.
  if (options === undefined || state.shownResult !== null) return false;
  set((now) => ({ ...now, options: { ...now.options, ...options } }));
  return true;
}

/** Over a result it is the result's, and asks first: what the person has not downloaded is nowhere else. */
function deleteShown({ getState, set, toolRunner }: Parts): boolean {
  if (getState().shownResult === null) toolRunner.send({ type: 'delete' });
  else set(compareBy({ isDeleting: true }));
  return true;
}

/** Over a result no tool is at work. Otherwise a key counts as handled where it changed what is selected or the document, or may do so once a worker is done. */
function sendKey({ getState, queue, toolRunner }: Parts, input: InputOf<'key'>): boolean {
  if (getState().shownResult !== null) return false;
  const result = toolRunner.send(input);
  return queue.isBusy() || result?.selection !== undefined || result?.commit !== undefined;
}

/**
 * The left and the middle button always; the right one and a pen's eraser where the tool works with them, and over a result,
 * which has no menu. The buttons that lead back and forth are the browser's.
 */
export function isPressTaken(button: PointerButton, state: EditorState): boolean {
  if (button === 'other') return false;
  if (button === 'left' || button === 'middle' || state.shownResult !== null) return true;
  return toolOf(activeTool(state)).secondaryButton === 'tool';
}

function toolInput(
  { screen, modifiers, pressure, isSecondary, isTouch }: PointerInput,
  { view }: EditorState,
): PointerPosition & ToolInput {
  const point = screenToCanvas(screen, view);
  return { point, screen, modifiers, pressure, isSecondary, isTouch, unitsPerPixel: 1 / view.zoom };
}
