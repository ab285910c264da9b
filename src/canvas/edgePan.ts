import { clamp } from '../model/geometry/scalar.ts';
import { activeTool, toolOf } from '../store/editor/editorState.ts';
import type { EditorStore } from '../store/editor/editorStore.ts';
import { screenOf } from './pointerSample.ts';

/** CSS px a frame for each CSS px beyond the stage, and at most. */
const speed = 0.2;
const speedMax = 20;

/**
 * While something is dragged past the stage's edge the view goes along, faster the farther out. The view's change itself tells
 * the tool where its pointer is then.
 */
export function createEdgePan({ dispatch, getState }: EditorStore, stage: HTMLElement) {
  let offset = { x: 0, y: 0 };
  let frame = 0;

  function pan(): void {
    frame = 0;
    const { isViewTool, isFreehand } = toolOf(activeTool(getState()));
    const isFollowed = getState().isPointerDown && !isViewTool && !isFreehand;
    if (!isFollowed || (offset.x === 0 && offset.y === 0)) return;
    dispatch({ type: 'panView', offset });
    frame = requestAnimationFrame(pan);
  }

  return {
    follow(event: PointerEvent): void {
      const { x, y } = screenOf(event, stage);
      offset = { x: -beyond(x, stage.clientWidth), y: -beyond(y, stage.clientHeight) };
      if (frame === 0) frame = requestAnimationFrame(pan);
    },

    stop(): void {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}

/** CSS px a frame: negative before the edge, positive behind the other. */
function beyond(at: number, length: number): number {
  const distance = at < 0 ? at : Math.max(0, at - length);
  return clamp(distance * speed, -speedMax, speedMax);
}
