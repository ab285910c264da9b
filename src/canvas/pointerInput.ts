import { isPressTaken } from '../store/editor/dispatch.ts';
import type { EditorStore } from '../store/editor/editorStore.ts';
import { hasStageMenu } from '../store/editor/stageMenu.ts';
import { createEdgePan } from './edgePan.ts';
import { createFingerTaps } from './fingerTaps.ts';
import { createLongPress } from './longPress.ts';
import { createPalms, palmMs } from './palms.ts';
import { createPinch, type TouchPoint } from './pinch.ts';
import { isApple } from './platform.ts';
import { buttonOf, screenOf } from './pointerSample.ts';
import { createSinglePointer } from './singlePointer.ts';
import { createTouchPress } from './touchPress.ts';

/**
 * Tells whose a pointer event is. One pointer at a time presses. Two fingers always move the view, and what the first has drawn
 * is taken back; two that only tap undo, three redo. A pen comes before fingers, which are a palm's then. A finger or a pen
 * that rests where it was pressed asks for the menu.
 */
export function createPointerInput(editor: EditorStore, stage: HTMLElement) {
  const { dispatch, getState } = editor;
  const pointer = createSinglePointer(dispatch, stage);
  const pinch = createPinch(dispatch);
  const touch = createTouchPress(pointer.press);
  const palms = createPalms();
  const taps = createFingerTaps((fingers) => (fingers === 2 ? editor.undo() : editor.redo()));
  const edgePan = createEdgePan(editor, stage);
  const fingers = new Set<number>();
  let fingerLiftedAt = Number.NEGATIVE_INFINITY;
  const longPress = createLongPress((event) => {
    touch.cancel();
    pointer.forget();
    taps.cancel();
    dispatch({ type: 'menu', at: screenOf(event, stage), by: 'longPress' });
  });

  function down(event: PointerEvent): void {
    if (isPalm(event) || !isPressTaken(buttonOf(event), getState())) return;
    takePointer(stage, event);
    const isFinger = event.pointerType === 'touch';
    if (isFinger) {
      fingers.add(event.pointerId);
      taps.down(event);
    }
    const waiting = touch.cancel();
    const first = isFinger ? (waiting ?? takeBackFinger()) : null;
    const isAlone = first === null && !pointer.isPressed() && !pinch.isActive();
    if (isAlone && event.pointerType !== 'mouse' && hasStageMenu(getState(), 'longPress'))
      longPress.begin(event);
    else longPress.end();
    if (first !== null) pinch.begin(touchPointOf(first, stage), touchPointOf(event, stage));
    else if (isAlone && isFinger) touch.defer(event);
    else if (isAlone) pointer.press(event);
  }

  /** The finger that draws, which is only the first of two; null where none does. */
  function takeBackFinger(): PointerEvent | null {
    const finger = pointer.pressedFinger();
    if (finger !== null) {
      pointer.forget();
      dispatch({ type: 'revoke' });
    }
    return finger;
  }

  function move(event: PointerEvent): void {
    if (isPalm(event)) return;
    longPress.move(event);
    taps.move(event);
    if (pinch.isActive() && event.pointerType === 'touch') pinch.move(touchPointOf(event, stage));
    else moveSinglePointer(event);
  }

  function moveSinglePointer(event: PointerEvent): void {
    if (touch.isPending(event)) {
      if (!touch.hasMoved(event)) return;
      touch.flush();
    }
    pointer.move(event);
    if (pointer.isPressed()) edgePan.follow(event);
  }

  function up(event: PointerEvent): void {
    if (isPalm(event)) return;
    longPress.end();
    edgePan.stop();
    fingers.delete(event.pointerId);
    const isPinch = pinch.end(event.pointerId);
    if (!isPinch) {
      if (touch.isPending(event)) touch.flush();
      if (event.pointerType === 'touch' && pointer.isPressed()) fingerLiftedAt = event.timeStamp;
      pointer.release(event);
    }
    taps.up(event);
  }

  /** A press that still waits is forgotten. */
  function cancel(event: PointerEvent): void {
    if (isPalm(event)) return;
    longPress.end();
    fingers.delete(event.pointerId);
    taps.forget(event);
    if (touch.isPending(event)) touch.cancel();
    else if (!pinch.end(event.pointerId)) pointer.lose(event);
  }

  function isPalm(event: PointerEvent): boolean {
    if (event.pointerType === 'pen') takeBackPalm(event);
    return palms.has(event);
  }

  /** With the first event of a pen, what touches or has just touched was the palm that comes with it. */
  function takeBackPalm({ timeStamp }: PointerEvent): void {
    const isJustLifted = timeStamp - fingerLiftedAt < palmMs;
    if (fingers.size === 0 && !isJustLifted) return;
    longPress.end();
    taps.cancel();
    pinch.stop();
    if (touch.cancel() === null && takeBackFinger() === null && isJustLifted) dispatch({ type: 'revoke' });
    palms.add(fingers);
    fingers.clear();
    fingerLiftedAt = Number.NEGATIVE_INFINITY;
  }

  /** Nothing more is to come of what a pointer began: the stage goes. */
  function stop(): void {
    touch.cancel();
    longPress.end();
    edgePan.stop();
  }

  const { leave, changeModifiers } = pointer;
  return { down, move, up, cancel, leave, changeModifiers, stop };
}

function touchPointOf(event: PointerEvent, stage: HTMLElement): TouchPoint {
  return { id: event.pointerId, at: screenOf(event, stage) };
}

/** What is typed in a field is committed as that loses the focus, before the press acts on it. */
function takePointer(stage: HTMLElement, event: PointerEvent): void {
  stage.focus({ preventScroll: true });
  event.preventDefault();
  stage.setPointerCapture(event.pointerId);
}

const rightButton = 2;

/** By the right button or the menu key; a finger that rests has its own way. */
export function openMenu({ dispatch }: EditorStore, stage: HTMLElement, event: MouseEvent): void {
  event.preventDefault();
  const at = screenOf(event, stage);
  const isClick = event.button === rightButton || (isApple && event.ctrlKey);
  dispatch({ type: 'menu', at, by: isClick ? 'pointer' : 'key' });
}
