import type { Point } from '../../src/model/geometry/point.ts';
import { drawn, type MountedStage } from './mountedStage.tsx';

type PointerChange = Omit<PointerEventInit, 'clientX' | 'clientY'>;

const buttonsOf = [1, 4, 2];

/**
 * One pointer over the stage, in CSS px of its element. These events come from the page, so the browser knows no such
 * pointer and would refuse to capture it; capturing is tested with real input, end to end.
 */
export function domPointer({ element }: MountedStage, init: PointerChange = {}) {
  const { left, top } = element.getBoundingClientRect();
  const properties = {
    pointerId: 1,
    pointerType: 'mouse',
    isPrimary: true,
    bubbles: true,
    cancelable: true,
    ...init,
  };
  const button = properties.button ?? 0;
  element.setPointerCapture = () => undefined;

  function send(type: string, { x, y }: Point, change: PointerChange = {}) {
    const place = { clientX: left + x, clientY: top + y };
    element.dispatchEvent(new PointerEvent(type, { ...properties, ...change, ...place }));
  }

  const pointer = {
    press: (at: Point) => send('pointerdown', at, { button, buttons: buttonsOf[button] ?? 1 }),
    moveTo: (at: Point) => send('pointermove', at, { button: -1, buttons: buttonsOf[button] ?? 1 }),
    hoverAt: (at: Point) => send('pointermove', at, { button: -1, buttons: 0 }),
    release: (at: Point) => send('pointerup', at, { button, buttons: 0 }),
    /** The browser takes the pointer away: for a gesture of the system, or because the device is gone. */
    lose: () => send('pointercancel', { x: -left, y: -top }, { button: -1, buttons: 0 }),

    click(at: Point) {
      pointer.press(at);
      pointer.release(at);
    },

    /** Frame by frame, as a screen shows it, without letting go. */
    async startDrag(from: Point, to: Point, steps = 5) {
      pointer.hoverAt(from);
      pointer.press(from);
      for (let step = 1; step <= steps; step += 1) {
        const share = step / steps;
        pointer.moveTo({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
        await drawn();
      }
    },

    async drag(from: Point, to: Point) {
      await pointer.startDrag(from, to);
      pointer.release(to);
    },
  };
  return pointer;
}

export function touchPointer(stage: MountedStage, pointerId: number) {
  return domPointer(stage, { pointerId, pointerType: 'touch', isPrimary: pointerId === 1 });
}
