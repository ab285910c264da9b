import { type RefObject, useEffect } from 'react';
import type { EditorStore } from '../store/editor/editorStore.ts';
import { screenOf } from './pointerSample.ts';
import { createWheelSteps } from './wheelSteps.ts';

/** CSS px of one line and one page, for mice that count in those. */
const pixelsOfDeltaMode = [1, 16, 400];
/** Zoom per CSS px of wheel: one notch of a usual mouse (100 px) is a factor of about 1.2. */
const zoomPerPixel = 0.0018;
/** Browsers report a trackpad's pinch as a wheel with Ctrl, in much smaller steps. */
const pinchZoomPerPixel = 0.01;
/** A trackpad's swipe often has stretches without any sideways movement. */
const swipePauseMs = 200;

/**
 * The wheel zooms at the pointer; a trackpad's two fingers pan, and pinch to zoom. With Alt held it is the tool's, if that
 * has something to set by it.
 */
export function useWheelInput(editor: EditorStore, element: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const stage = element.current;
    if (stage === null) return;
    const stepOf = createWheelSteps();
    let swipedAt = Number.NEGATIVE_INFINITY;

    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const unit = pixelsOfDeltaMode[event.deltaMode] ?? 1;
      const isStep =
        event.altKey && editor.dispatch({ type: 'wheelStep', step: stepOf(event.deltaY * unit) });
      if (isStep) return;
      const isSwipe = !event.ctrlKey && (event.deltaX !== 0 || event.timeStamp - swipedAt < swipePauseMs);
      if (isSwipe) {
        swipedAt = event.timeStamp;
        editor.dispatch({ type: 'panView', offset: { x: -event.deltaX * unit, y: -event.deltaY * unit } });
        return;
      }
      const rate = event.ctrlKey ? pinchZoomPerPixel : zoomPerPixel;
      const factor = Math.exp(-event.deltaY * unit * rate);
      editor.dispatch({ type: 'zoomView', at: screenOf(event, stage), factor });
    };

    stage.addEventListener('wheel', onWheel, { passive: false });
    return () => stage.removeEventListener('wheel', onWheel);
  }, [editor, element]);
}
