import type { Point } from '../model/geometry/point.ts';
import type { PointerButton, PointerInput } from '../store/editor/dispatch.ts';
import type { Modifiers } from '../tools/tool.ts';
import { isApple } from './platform.ts';

/** By `PointerEvent.button`: https://www.w3.org/TR/pointerevents3/#the-button-property */
const buttons: Readonly<Record<number, PointerButton>> = {
  0: 'left',
  1: 'middle',
  2: 'right',
  5: 'penEraser',
};
/** In `PointerEvent.buttons`, which is told of while they are held. */
const rightHeld = 2;
const eraserHeld = 32;

/** On a Mac, Ctrl makes a right click of any. */
export function buttonOf({ button, ctrlKey }: PointerEvent): PointerButton {
  if (isApple && button === 0 && ctrlKey) return 'right';
  return buttons[button] ?? 'other';
}

/** CSS px in the stage. */
export function screenOf(
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
  stage: Element,
): Point {
  const { left, top } = stage.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** Events tell of all modifiers but Space. */
export function modifiersOf(event: PointerEvent | KeyboardEvent, isSpaceHeld: boolean): Modifiers {
  const { shiftKey, altKey, ctrlKey, metaKey } = event;
  return { shift: shiftKey, alt: altKey, ctrl: ctrlKey || metaKey, space: isSpaceHeld };
}

export function pointerInputOf(event: PointerEvent, stage: Element, isSpaceHeld: boolean): PointerInput {
  const button = buttonOf(event);
  const isHeld = (event.buttons & (rightHeld | eraserHeld)) !== 0;
  return {
    screen: screenOf(event, stage),
    modifiers: modifiersOf(event, isSpaceHeld),
    pressure: event.pressure,
    isSecondary: button === 'right' || button === 'penEraser' || isHeld,
    isTouch: event.pointerType === 'touch',
  };
}

/** The browser gathers the moves of a frame into one event; a stroke wants them all. */
export function trailOf(event: PointerEvent, stage: Element): Point[] {
  // Missing over plain http, and in older browsers.
  const gathered = event.getCoalescedEvents?.() ?? [];
  return (gathered.length > 0 ? gathered : [event]).map((each) => screenOf(each, stage));
}
