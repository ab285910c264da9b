import type { EditorStore } from '../store/editor/createEditorStore.ts';
import { isPressTaken } from '../store/editor/dispatch.ts';
import { hasStageMenu } from '../store/editor/stageMenu.ts';
import { createClickCount } from './clickCount.ts';
import { createLongPress } from './longPress.ts';
import { createPinch } from './pinch.ts';
import { buttonOf, modifiersOf, pointerInputOf, screenOf, trailOf } from './pointerSample.ts';
import { createTouchPress } from './touchPress.ts';

const rightButton = 2;
const modifierKeys = new Set(['Shift', 'Alt', 'Control', 'Meta', ' ']);

/**
 * Pointer events as the editor's inputs. One pointer at a time presses; a second finger makes a pinch, or is ignored where
 * the first has begun something. A finger or a pen that rests where it was pressed asks for the menu.
 */
export function createPointerInput({ dispatch, getState }: EditorStore, stage: HTMLElement) {
  const countClicks = createClickCount();
  const pinch = createPinch(dispatch);
  const touch = createTouchPress(press);
  const longPress = createLongPress(openMenuByLongPress);
  let pressedId: number | null = null;
  let isSpaceHeld = false;

  const inputOf = (event: PointerEvent) => pointerInputOf(event, stage, isSpaceHeld);
  const touchPointOf = (event: PointerEvent) => ({ id: event.pointerId, at: screenOf(event, stage) });

  function press(event: PointerEvent): void {
    isSpaceHeld = false;
    pressedId = event.pointerId;
    const clicks = countClicks(screenOf(event, stage), event.timeStamp);
    dispatch({ type: 'press', button: buttonOf(event), clicks, ...inputOf(event) });
  }

  function openMenuByLongPress(event: PointerEvent): void {
    touch.cancel();
    pressedId = null;
    dispatch({ type: 'menu', at: screenOf(event, stage), by: 'longPress' });
  }

  function down(event: PointerEvent): void {
    if (!isPressTaken(buttonOf(event), getState())) return;
    // What is typed in a field is committed as that loses the focus, before the press acts on it.
    stage.focus({ preventScroll: true });
    event.preventDefault();
    stage.setPointerCapture(event.pointerId);
    const first = touch.cancel();
    const isAlone = first === null && pressedId === null && !pinch.isActive();
    if (isAlone && event.pointerType !== 'mouse' && hasStageMenu(getState())) longPress.begin(event);
    else longPress.end();
    if (first !== null) pinch.begin(touchPointOf(first), touchPointOf(event));
    else if (isAlone && event.pointerType === 'touch') touch.defer(event);
    else if (isAlone) press(event);
  }

  function move(event: PointerEvent): void {
    longPress.move(event);
    if (pinch.isActive()) pinch.move(touchPointOf(event));
    else moveSinglePointer(event);
  }

  function moveSinglePointer(event: PointerEvent): void {
    if (touch.isPending(event)) {
      if (!touch.hasMoved(event)) return;
      touch.flush();
    }
    const isTracked = pressedId === null || pressedId === event.pointerId;
    if (isTracked) dispatch({ type: 'move', trail: trailOf(event, stage), ...inputOf(event) });
  }

  function up(event: PointerEvent): void {
    longPress.end();
    if (pinch.end(event.pointerId)) return;
    if (touch.isPending(event)) touch.flush();
    if (pressedId !== event.pointerId) return;
    pressedId = null;
    dispatch({ type: 'release', ...inputOf(event) });
  }

  /** A press that still waits is forgotten. */
  function cancel(event: PointerEvent): void {
    longPress.end();
    const isGesture = touch.isPending(event) || pinch.end(event.pointerId);
    if (touch.isPending(event)) touch.cancel();
    if (isGesture || pressedId !== event.pointerId) return;
    pressedId = null;
    dispatch({ type: 'lose' });
  }

  function leave(): void {
    if (pressedId === null) dispatch({ type: 'leave' });
  }

  /** A pointer that rests means something else once a modifier is pressed or let go; Space only in a press. */
  function changeModifiers(event: KeyboardEvent): void {
    if (!modifierKeys.has(event.key) || event.repeat) return;
    if (event.key === ' ') {
      if (pressedId === null) return;
      isSpaceHeld = event.type === 'keydown';
    }
    dispatch({ type: 'modifiers', modifiers: modifiersOf(event, isSpaceHeld) });
  }

  /** By the right button or the menu key; a finger that rests opens it by `openMenuByLongPress`. */
  function openMenu(event: MouseEvent): void {
    event.preventDefault();
    const at = screenOf(event, stage);
    if (event.button === rightButton) dispatch({ type: 'menu', at, by: 'pointer' });
    else dispatch({ type: 'menu', at, by: 'key' });
  }

  /** Nothing more is to come of what a pointer began: the stage goes. */
  function stop(): void {
    touch.cancel();
    longPress.end();
  }

  return { down, move, up, cancel, leave, changeModifiers, openMenu, stop };
}
