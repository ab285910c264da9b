import type { EditorStore } from '../store/editor/editorStore.ts';
import { createClickCount } from './clickCount.ts';
import { buttonOf, modifiersOf, pointerInputOf, screenOf, trailOf } from './pointerSample.ts';

const modifierKeys = new Set(['Shift', 'Alt', 'Control', 'Meta', ' ']);

/** The one pointer that presses, or that moves while none is pressed, and the modifiers that are held meanwhile, as inputs. */
export function createSinglePointer(dispatch: EditorStore['dispatch'], stage: HTMLElement) {
  const countClicks = createClickCount();
  let pressedId: number | null = null;
  let isSpaceHeld = false;

  const inputOf = (event: PointerEvent) => pointerInputOf(event, stage, isSpaceHeld);

  return {
    isPressed: () => pressedId !== null,

    press(event: PointerEvent): void {
      isSpaceHeld = false;
      pressedId = event.pointerId;
      const clicks = countClicks(screenOf(event, stage), event.timeStamp);
      dispatch({ type: 'press', button: buttonOf(event), clicks, ...inputOf(event) });
    },

    move(event: PointerEvent): void {
      if (pressedId !== null && pressedId !== event.pointerId) return;
      dispatch({ type: 'move', trail: trailOf(event, stage), ...inputOf(event) });
    },

    release(event: PointerEvent): void {
      if (pressedId !== event.pointerId) return;
      pressedId = null;
      dispatch({ type: 'release', ...inputOf(event) });
    },

    /** The browser takes the pointer away. */
    lose(event: PointerEvent): void {
      if (pressedId !== event.pointerId) return;
      pressedId = null;
      dispatch({ type: 'lose' });
    },

    /** The press has become something else, and no release follows. */
    forget(): void {
      pressedId = null;
    },

    leave(): void {
      if (pressedId === null) dispatch({ type: 'leave' });
    },

    /** A pointer that rests means something else once a modifier is pressed or let go; Space only in a press. */
    changeModifiers(event: KeyboardEvent): void {
      if (!modifierKeys.has(event.key) || event.repeat) return;
      if (event.key === ' ') {
        if (pressedId === null) return;
        isSpaceHeld = event.type === 'keydown';
      }
      dispatch({ type: 'modifiers', modifiers: modifiersOf(event, isSpaceHeld) });
    },
  };
}
