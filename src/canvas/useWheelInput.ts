import { type RefObject, useEffect } from 'react';
import type { EditorStore } from '../store/editor/editorStore.ts';
import { screenOf } from './pointerSample.ts';
import { createWheelSteps } from './wheelSteps.ts';
import { createWheelTurns } from './wheelTurn.ts';

/** CSS px of one line and one page, for mice that count in those. */
const pixelsOfDeltaMode = [1, 16, 400];
const zoomPerNotch = 1.2;
/** CSS px. */
const panPerNotch = 100;
/** Browsers report a trackpad's pinch as a wheel with Ctrl. */
const pinchZoomPerPixel = 0.01;

/**
 * A notch of the wheel zooms at the pointer, with Ctrl or without; or pans and zooms with Ctrl only, where the person has set it
 * so. A trackpad's two fingers pan, and pinch to zoom. With Alt held it is the tool's, if that has something to set by it.
 */
export function useWheelInput(editor: EditorStore, element: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const stage = element.current;
    if (stage === null) return;
    const stepOf = createWheelSteps();
    const turnOf = createWheelTurns();

    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const unit = pixelsOfDeltaMode[event.deltaMode] ?? 1;
      const turn = turnOf(event);
      const isStep =
        event.altKey && editor.dispatch({ type: 'wheelStep', step: stepOf(event.deltaY * unit) });
      if (isStep) return;
      const at = screenOf(event, stage);
      if (turn.kind === 'swipe' && event.ctrlKey) zoom(at, Math.exp(-turn.y * pinchZoomPerPixel));
      else if (turn.kind === 'swipe') pan(turn.x, turn.y);
      else if (event.ctrlKey || !editor.getState().isWheelPanning) zoom(at, zoomPerNotch ** -turn.notches);
      else if (event.shiftKey || turn.isSideways) pan(turn.notches * panPerNotch, 0);
      else pan(0, turn.notches * panPerNotch);
    };

    const zoom = (at: { x: number; y: number }, factor: number) =>
      editor.dispatch({ type: 'zoomView', at, factor });
    const pan = (x: number, y: number) => editor.dispatch({ type: 'panView', offset: { x: -x, y: -y } });

    stage.addEventListener('wheel', onWheel, { passive: false });
    return () => stage.removeEventListener('wheel', onWheel);
  }, [editor, element]);
}
