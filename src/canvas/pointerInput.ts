import { isPressTaken } from '../store/editor/dispatch.ts';
import type { EditorStore } from '../store/editor/editorStore.ts';
import { hasStageMenu } from '../store/editor/stageMenu.ts';
import { createLongPress } from './longPress.ts';
import { createPinch, type TouchPoint } from './pinch.ts';
import { buttonOf, screenOf } from './pointerSample.ts';
import { createSinglePointer } from './singlePointer.ts';
import { createTouchPress } from './touchPress.ts';

/**
 * Tells whose a pointer event is. One pointer at a time presses; a second finger makes a pinch, or is ignored where the first
 * has begun something. A finger or a pen that rests where it was pressed asks for the menu.
 */
export function createPointerInput({ dispatch, getState }: EditorStore, stage: HTMLElement) {
  const pointer = createSinglePointer(dispatch, stage);
  const pinch = createPinch(dispatch);
  const touch = createTouchPress(pointer.press);
  const longPress = createLongPress((event) => {
    touch.cancel();
    pointer.forget();
    dispatch({ type: 'menu', at: screenOf(event, stage), by: 'longPress' });
  });

  function down(event: PointerEvent): void {
    if (!isPressTaken(buttonOf(event), getState())) return;
    takePointer(stage, event);
    const first = touch.cancel();
    const isAlone = first === null && !pointer.isPressed() && !pinch.isActive();
    if (isAlone && event.pointerType !== 'mouse' && hasStageMenu(getState())) longPress.begin(event);
    else longPress.end();
    if (first !== null) pinch.begin(touchPointOf(first, stage), touchPointOf(event, stage));
    else if (isAlone && event.pointerType === 'touch') touch.defer(event);
    else if (isAlone) pointer.press(event);
  }

  function move(event: PointerEvent): void {
    longPress.move(event);
    if (pinch.isActive()) pinch.move(touchPointOf(event, stage));
    else moveSinglePointer(event);
  }

  function moveSinglePointer(event: PointerEvent): void {
    if (touch.isPending(event)) {
      if (!touch.hasMoved(event)) return;
      touch.flush();
    }
    pointer.move(event);
  }

  function up(event: PointerEvent): void {
    longPress.end();
    if (pinch.end(event.pointerId)) return;
    if (touch.isPending(event)) touch.flush();
    pointer.release(event);
  }

  /** A press that still waits is forgotten. */
  function cancel(event: PointerEvent): void {
    longPress.end();
    if (touch.isPending(event)) touch.cancel();
    else if (!pinch.end(event.pointerId)) pointer.lose(event);
  }

  /** Nothing more is to come of what a pointer began: the stage goes. */
  function stop(): void {
    touch.cancel();
    longPress.end();
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
  if (event.button === rightButton) dispatch({ type: 'menu', at, by: 'pointer' });
  else dispatch({ type: 'menu', at, by: 'key' });
}
