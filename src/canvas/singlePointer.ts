import type { PointerButton } from '../store/editor/dispatch.ts';
import type { EditorStore } from '../store/editor/editorStore.ts';
import { createClickCount } from './clickCount.ts';
import { buttonOf, modifiersOf, pointerInputOf, screenOf, trailOf } from './pointerSample.ts';

const modifierKeys = new Set(['Shift', 'Alt', 'Control', 'Meta', ' ']);

/** The one pointer that presses, or that moves while none is pressed, and the modifiers that are held meanwhile, as inputs. */
export function createSinglePointer(dispatch: EditorStore['dispatch'], stage: HTMLElement) {
  const countClicks = createClickCount();
  /** The press with the last that was heard of its pointer. */
  let pressed: { readonly button: PointerButton; readonly last: PointerEvent } | null = null;
  let isSpaceHeld = false;

  /** A button stays what it was when it was pressed. */
  function inputOf(event: PointerEvent) {
    const input = pointerInputOf(event, stage, isSpaceHeld);
    return pressed?.button === 'right' ? { ...input, isSecondary: true } : input;
  }

  const isOther = (event: PointerEvent) => pressed?.last.pointerId !== event.pointerId;

  return {
    isPressed: () => pressed !== null,

    /** The finger that presses, where it is now; null where none does, or something else. */
    pressedFinger: () => (pressed?.last.pointerType === 'touch' ? pressed.last : null),

    press(event: PointerEvent): void {
      isSpaceHeld = false;
      const button = buttonOf(event);
      pressed = { button, last: event };
      const clicks = countClicks(screenOf(event, stage), event);
      dispatch({ type: 'press', button, clicks, ...inputOf(event) });
    },

    move(event: PointerEvent): void {
      if (pressed !== null) {
        if (isOther(event)) return;
        pressed = { ...pressed, last: event };
      }
      dispatch({ type: 'move', trail: trailOf(event, stage), ...inputOf(event) });
    },

    release(event: PointerEvent): void {
      if (isOther(event)) return;
      const input = inputOf(event);
      pressed = null;
      dispatch({ type: 'release', ...input });
    },

    /** The browser takes the pointer away. */
    lose(event: PointerEvent): void {
      if (isOther(event)) return;
      pressed = null;
      dispatch({ type: 'lose' });
    },

    /** The press has become something else, and no release follows. */
    forget(): void {
      pressed = null;
    },

    leave(): void {
      if (pressed === null) dispatch({ type: 'leave' });
    },

    /** A pointer that rests means something else once a modifier is pressed or let go; Space only in a press. */
    changeModifiers(event: KeyboardEvent): void {
      if (!modifierKeys.has(event.key) || event.repeat) return;
      if (event.key === ' ') {
        if (pressed === null) return;
        isSpaceHeld = event.type === 'keydown';
      }
      dispatch({ type: 'modifiers', modifiers: modifiersOf(event, isSpaceHeld) });
    },
  };
}
