import { type RefObject, useEffect } from 'react';
import { activeTool, type EditorState, toolOf } from '../store/editor/editorState.ts';
import type { EditorStore } from '../store/editor/editorStore.ts';
import { toolContext } from '../store/editor/toolEvents.ts';
import { resizeStage } from '../store/editor/viewChanges.ts';

/** Keeps the stage's element and the session in step: its size, its view as data attributes, its cursor. */
export function useStageElement(editor: EditorStore, element: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const stage = element.current;
    if (stage === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) editor.transact(resizeStage(roundedSize(entry.contentRect)), 'atOnce');
    });
    observer.observe(stage);
    const showView = () => {
      const { zoom, origin } = editor.getState().view;
      stage.dataset.zoom = String(zoom);
      stage.dataset.originX = String(origin.x);
      stage.dataset.originY = String(origin.y);
    };
    const showCursor = () => {
      const cursor = cursorOf(editor.getState());
      if (stage.style.cursor !== cursor) stage.style.cursor = cursor;
    };
    showView();
    showCursor();
    const unsubscribe = editor.subscribe((state, before) => {
      if (state.view !== before.view) showView();
      showCursor();
    });
    return () => {
      observer.disconnect();
      unsubscribe();
    };
  }, [editor, element]);
}

function cursorOf(state: EditorState): string {
  const active = activeTool(state);
  return toolOf(active).cursor(active.session, state.pointer, toolContext(state));
}

function roundedSize({ width, height }: DOMRectReadOnly) {
  return { width: Math.round(width), height: Math.round(height) };
}
