import { canvasToScreen } from '../../model/document/spaces.ts';
import { intersectRects, type Rect, rectOfSize } from '../../model/geometry/rect.ts';
import { shownDocument } from '../../store/editor/editorState.ts';
import { useEditorState } from '../../store/useEditor.ts';

/** Where the frame of the shown result lies in the stage, and what of that is in sight; CSS px. */
export function useFrameOnScreen(): { frame: Rect; visible: Rect } {
  const view = useEditorState((state) => state.view);
  const stageSize = useEditorState((state) => state.stageSize);
  const { canvas } = useEditorState(shownDocument);
  const corner = canvasToScreen({ x: 0, y: 0 }, view);
  const frame = { ...corner, width: canvas.width * view.zoom, height: canvas.height * view.zoom };
  return { frame, visible: intersectRects(frame, rectOfSize(stageSize)) ?? rectOfSize(stageSize) };
}
