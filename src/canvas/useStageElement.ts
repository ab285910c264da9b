import { type RefObject, useEffect } from 'react';
import type { Editor } from '../store/createEditor.ts';
import { activeTool, toolContext, toolOf } from '../store/editor/toolDriver.ts';

/** Keeps the stage's element and the session in step: its size, its view as data attributes, its cursor. */
export function useStageElement(editor: Editor, element: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const stage = element.current;
    if (stage === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) editor.view.resizeStage(roundedSize(entry.contentRect));
    });
    observer.observe(stage);
    const showView = () => {
      const { zoom, origin } = editor.session.getState().view;
      stage.dataset.zoom = String(zoom);
      stage.dataset.originX = String(origin.x);
      stage.dataset.originY = String(origin.y);
    };
    const showCursor = () => {
      const cursor = cursorOf(editor);
      if (stage.style.cursor !== cursor) stage.style.cursor = cursor;
    };
    showView();
    showCursor();
    const stops = [
      editor.session.subscribe((session, before) => {
        if (session.view !== before.view) showView();
        showCursor();
      }),
      editor.documents.subscribe(showCursor),
    ];
    return () => {
      observer.disconnect();
      for (const stop of stops) stop();
    };
  }, [editor, element]);
}

function cursorOf(editor: Editor): string {
  const state = editor.session.getState();
  const active = activeTool(state);
  const context = toolContext(state, editor.documents.getState().document);
  return toolOf(active).cursor(active.session, state.pointer, context);
}

function roundedSize({ width, height }: DOMRectReadOnly) {
  return { width: Math.round(width), height: Math.round(height) };
}
