/**
 * Pointer events to tool events.
 *
 * One pointer at a time drives the tool; the middle button, and any button over a result, pans instead. The trouble is
 * touch: the first finger of a pinch looks like a press, and a polygon would get a point from it. So a finger's press
 * waits until the finger moves, lifts or has rested for a moment; a second finger before that turns the two into a
 * pinch and the press is forgotten. A second finger after that is ignored, because a gesture is under way.
 *
 * A finger or a pen that goes on resting where it was pressed means what the right button of a mouse does.
 */

import { screenToCanvas } from '../model/document/spaces.ts';
import { distance, isSamePoint, type Point, subtractPoints } from '../model/geometry/point.ts';
import type { Editor } from '../store/createEditor.ts';
import { applyTrial } from '../store/editor/applyTrial.ts';
import { hasStageMenu } from '../store/editor/hasStageMenu.ts';
import { activeTool, toolOf } from '../store/editor/toolDriver.ts';
import type { ToolEvent } from '../tools/tool.ts';
import { createLongPress } from './longPress.ts';

const leftButton = 0;
const middleButton = 1;
const rightButton = 2;
/** https://www.w3.org/TR/pointerevents3/#the-button-property */
const penEraser = 5;
const rightButtonHeld = 2;
const penEraserHeld = 32;
const touchRestMs = 90;
const touchMovePx = 4;
const doublePressMs = 400;
const doublePressPx = 6;
const modifierKeys = new Set(['Shift', 'Alt', 'Control', 'Meta', ' ']);

type Press = {
  readonly pointerId: number;
  readonly event: PointerEvent;
  timer?: ReturnType<typeof setTimeout>;
};
type Pinch = { readonly fingers: Map<number, Point> };

export function createPointerInput(editor: Editor, stage: HTMLElement) {
  let waiting: Press | null = null;
  let pressed: number | null = null;
  let pinch: Pinch | null = null;
  /** Events tell of the other modifiers, but not of this one. */
  let isSpaceHeld = false;
  let lastPress = { at: Number.NEGATIVE_INFINITY, screen: { x: 0, y: 0 }, clicks: 0 };

  function screenOf(event: PointerEvent): Point {
    const { left, top } = stage.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  function toolEvent(event: PointerEvent, type: 'down' | 'move' | 'up'): ToolEvent {
    const screen = screenOf(event);
    const input = { ...positionAt(screen, event), pressure: event.pressure, isSecondary: isSecondary(event) };
    switch (type) {
      case 'down':
        return { type, clicks: countClicks(event, screen), ...input };
      case 'move':
        return { type, trail: trailOf(event), ...input };
      case 'up':
        return { type, ...input };
    }
  }

  /** The browser gathers the moves of a frame into one event; a stroke wants them all. */
  function trailOf(event: PointerEvent): Point[] {
    const { view } = editor.session.getState();
    const gathered = event.getCoalescedEvents();
    return (gathered.length > 0 ? gathered : [event]).map((each) => screenToCanvas(screenOf(each), view));
  }

  function positionAt(screen: Point, keys: PointerEvent | KeyboardEvent) {
    const { view } = editor.session.getState();
    return {
      point: screenToCanvas(screen, view),
      screen,
      unitsPerPixel: 1 / view.zoom,
      modifiers: {
        shift: keys.shiftKey,
        alt: keys.altKey,
        ctrl: keys.ctrlKey || keys.metaKey,
        space: isSpaceHeld,
      },
    };
  }

  function countClicks(event: PointerEvent, screen: Point): number {
    const isRepeat =
      event.timeStamp - lastPress.at < doublePressMs && distance(screen, lastPress.screen) < doublePressPx;
    lastPress = { at: event.timeStamp, screen, clicks: isRepeat ? lastPress.clicks + 1 : 1 };
    return lastPress.clicks;
  }

  function isTaken(event: PointerEvent): boolean {
    if (event.button === leftButton || event.button === middleButton) return true;
    const { secondaryButton } = toolOf(activeTool(editor.session.getState()));
    return (event.button === rightButton || event.button === penEraser) && secondaryButton === 'tool';
  }

  function press(event: PointerEvent) {
    pressed = event.pointerId;
    isSpaceHeld = false;
    const isPan = event.button === middleButton || editor.session.getState().shownResult !== null;
    if (isPan) editor.tool.hold('pan');
    applyTrial(editor);
    editor.tool.send(toolEvent(event, 'down'));
    if (isPan) editor.tool.release();
  }

  const longPress = createLongPress(({ pointerId, clientX, clientY }) => {
    endWaiting();
    if (pressed === pointerId) editor.tool.abandon();
    pressed = null;
    const place = { clientX, clientY, button: rightButton };
    stage.dispatchEvent(new MouseEvent('contextmenu', { ...place, bubbles: true, cancelable: true }));
  });

  function endWaiting(): PointerEvent | undefined {
    clearTimeout(waiting?.timer);
    const event = waiting?.event;
    waiting = null;
    return event;
  }

  function pressWaiting() {
    const event = endWaiting();
    if (event) press(event);
  }

  function beginPinch(first: PointerEvent, second: PointerEvent) {
    pinch = {
      fingers: new Map([
        [first.pointerId, screenOf(first)],
        [second.pointerId, screenOf(second)],
      ]),
    };
  }

  function movePinch({ fingers }: Pinch, event: PointerEvent) {
    const before = fingers.get(event.pointerId);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!before || !other) return;
    const now = screenOf(event);
    fingers.set(event.pointerId, now);
    const middle = (point: Point) => ({ x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });
    editor.view.pan(subtractPoints(middle(now), middle(before)));
    const spread = distance(before, other);
    if (spread > 0) editor.view.zoomAt(middle(now), distance(now, other) / spread);
  }

  return {
    down(event: PointerEvent) {
      if (!isTaken(event)) return;
      stage.focus({ preventScroll: true });
      event.preventDefault();
      stage.setPointerCapture(event.pointerId);
      const isAlone = !waiting && pressed === null && !pinch;
      if (isAlone && event.pointerType !== 'mouse' && hasStageMenu(editor)) longPress.begin(event);
      else longPress.end();
      if (waiting) {
        const first = endWaiting();
        if (first) beginPinch(first, event);
      } else if (pressed !== null || pinch) return;
      else if (event.pointerType === 'touch') {
        waiting = { pointerId: event.pointerId, event, timer: setTimeout(pressWaiting, touchRestMs) };
      } else press(event);
    },

    move(event: PointerEvent) {
      longPress.move(event);
      if (pinch) return movePinch(pinch, event);
      if (waiting?.pointerId === event.pointerId) {
        if (distance(screenOf(event), screenOf(waiting.event)) < touchMovePx) return;
        pressWaiting();
      }
      if (pressed === null || pressed === event.pointerId) editor.tool.send(toolEvent(event, 'move'));
    },

    up(event: PointerEvent) {
      longPress.end();
      if (pinch?.fingers.delete(event.pointerId)) {
        if (pinch.fingers.size === 0) pinch = null;
        return;
      }
      if (waiting?.pointerId === event.pointerId) pressWaiting();
      if (pressed !== event.pointerId) return;
      pressed = null;
      editor.tool.send(toolEvent(event, 'up'));
    },

    /**
     * The browser takes the pointer away: a press that still waits is forgotten, a gesture ends where the pointer was
     * last seen, since the event need not say where it is.
     */
    lose(event: PointerEvent) {
      longPress.end();
      const { pointer } = editor.session.getState();
      if (waiting?.pointerId === event.pointerId) endWaiting();
      else if (pressed !== event.pointerId || pointer === null) this.up(event);
      else {
        pressed = null;
        editor.tool.send({ ...pointer, type: 'up' });
      }
    },

    leave() {
      if (pressed === null) editor.tool.leave();
    },

    /** A pointer that rests means something else once a modifier is pressed or let go; Space only in a press. */
    key(event: KeyboardEvent) {
      const { pointer } = editor.session.getState();
      if (!modifierKeys.has(event.key) || event.repeat || pointer === null) return;
      if (event.key === ' ') {
        if (pressed === null) return;
        isSpaceHeld = event.type === 'keydown';
      }
      const position = positionAt(pointer.screen, event);
      editor.tool.send({ ...pointer, type: 'move', trail: [position.point], ...position });
    },

    /** A pointer that rests is over something else once the view has moved under it. */
    view() {
      const { pointer, view } = editor.session.getState();
      if (pointer === null) return;
      const point = screenToCanvas(pointer.screen, view);
      if (isSamePoint(point, pointer.point)) return;
      editor.tool.send({ ...pointer, type: 'move', point, trail: [point], unitsPerPixel: 1 / view.zoom });
    },
  };
}

/** `buttons` is told of while they are held, `button` of the press and the release themselves. */
function isSecondary({ button, buttons }: PointerEvent): boolean {
  return (
    button === rightButton || button === penEraser || (buttons & (rightButtonHeld | penEraserHeld)) !== 0
  );
}
