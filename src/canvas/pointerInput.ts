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
  const longPress = createLongPress(askForMenu);
  let pressedId: number | null = null;
  let isSpaceHeld = false;

  const inputOf = (event: PointerEvent) => pointerInputOf(event, stage, isSpaceHeld);
  const fingerOf = (event: PointerEvent) => ({ id: event.pointerId, at: screenOf(event, stage) });

  function press(event: PointerEvent): void {
    isSpaceHeld = false;
    pressedId = event.pointerId;
    const clicks = countClicks(screenOf(event, stage), event.timeStamp);
    dispatch({ type: 'press', button: buttonOf(event), clicks, ...inputOf(event) });
  }

  function askForMenu(event: PointerEvent): void {
    touch.take();
    pressedId = null;
    dispatch({ type: 'menu', at: screenOf(event, stage), by: 'longPress' });
  }

  function down(event: PointerEvent): void {
    if (!isPressTaken(buttonOf(event), getState())) return;
    // What is typed in a field is committed as that loses the focus, before the press acts on it.
    stage.focus({ preventScroll: true });
    event.preventDefault();
    stage.setPointerCapture(event.pointerId);
    const first = touch.take();
    const isAlone = first === null && pressedId === null && !pinch.isOn();
    if (isAlone && event.pointerType !== 'mouse' && hasStageMenu(getState())) longPress.begin(event);
    else longPress.end();
    if (first !== null) pinch.begin(fingerOf(first), fingerOf(event));
    else if (isAlone && event.pointerType === 'touch') touch.hold(event);
    else if (isAlone) press(event);
  }

  function move(event: PointerEvent): void {
    longPress.move(event);
    if (pinch.isOn()) pinch.move(fingerOf(event));
    else moveOne(event);
  }

  function moveOne(event: PointerEvent): void {
    if (touch.isOf(event)) {
      if (!touch.hasMoved(event)) return;
      touch.pressNow();
    }
    const isOurs = pressedId === null || pressedId === event.pointerId;
    if (isOurs) dispatch({ type: 'move', trail: trailOf(event, stage), ...inputOf(event) });
  }

  function up(event: PointerEvent): void {
    longPress.end();
    if (pinch.lift(event.pointerId)) return;
    if (touch.isOf(event)) touch.pressNow();
    if (pressedId !== event.pointerId) return;
    pressedId = null;
    dispatch({ type: 'release', ...inputOf(event) });
  }

  /** A press that still waits is forgotten. */
  function lose(event: PointerEvent): void {
    longPress.end();
    const isGesture = touch.isOf(event) || pinch.lift(event.pointerId);
    if (touch.isOf(event)) touch.take();
    if (isGesture || pressedId !== event.pointerId) return;
    pressedId = null;
    dispatch({ type: 'lose' });
  }

  function leave(): void {
    if (pressedId === null) dispatch({ type: 'leave' });
  }

  /** A pointer that rests means something else once a modifier is pressed or let go; Space only in a press. */
  function key(event: KeyboardEvent): void {
    if (!modifierKeys.has(event.key) || event.repeat) return;
    if (event.key === ' ') {
      if (pressedId === null) return;
      isSpaceHeld = event.type === 'keydown';
    }
    dispatch({ type: 'modifiers', modifiers: modifiersOf(event, isSpaceHeld) });
  }

  /** By the right button or the menu key; what a finger's rest makes of it comes from `askForMenu`. */
  function openMenu(event: MouseEvent): void {
    event.preventDefault();
    const at = screenOf(event, stage);
    if (event.button === rightButton) dispatch({ type: 'menu', at, by: 'pointer' });
    else dispatch({ type: 'menu', at, by: 'key' });
  }

  return { down, move, up, lose, leave, key, openMenu };
}
