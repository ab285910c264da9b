import { canvasToScreen } from '../../src/model/document/spaces.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import type { EditorStore } from '../../src/store/editor/editorStore.ts';
import { type Modifiers, noModifiers } from '../../src/tools/tool.ts';

/** A mouse over the stage, as the stage reports it to the editor. Points are in canvas px. */
export function stagePointer(editor: EditorStore) {
  const screenOf = (point: Point) => canvasToScreen(point, editor.getState().view);
  const inputAt = (point: Point, held: Partial<Modifiers> = {}) => ({
    screen: screenOf(point),
    modifiers: { ...noModifiers, ...held },
    pressure: 0.5,
    isSecondary: false,
    isTouch: false,
  });
  const mouse = {
    press(x: number, y: number, held?: Partial<Modifiers>) {
      editor.dispatch({ type: 'press', button: 'left', clicks: 1, ...inputAt({ x, y }, held) });
    },
    moveTo(x: number, y: number, held?: Partial<Modifiers>) {
      mouse.moveAlong([{ x, y }], held);
    },
    /** Through all the points within one frame. */
    moveAlong(points: readonly Point[], held?: Partial<Modifiers>) {
      const last = points.at(-1) ?? { x: 0, y: 0 };
      editor.dispatch({ type: 'move', trail: points.map(screenOf), ...inputAt(last, held) });
    },
    release(x: number, y: number, held?: Partial<Modifiers>) {
      editor.dispatch({ type: 'release', ...inputAt({ x, y }, held) });
    },
    click(x: number, y: number, held?: Partial<Modifiers>) {
      mouse.press(x, y, held);
      mouse.release(x, y, held);
    },
    drag([x, y]: readonly [number, number], to: readonly [number, number], held?: Partial<Modifiers>) {
      mouse.press(x, y, held);
      mouse.moveTo(...to, held);
      mouse.release(...to, held);
    },
  };
  return mouse;
}
