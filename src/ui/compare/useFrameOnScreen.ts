import { canvasToScreen } from '../../model/document/spaces.ts';
import { intersectRects, type Rect, rectOfSize } from '../../model/geometry/rect.ts';
import { shownDocument } from '../../store/editor/shownDocument.ts';
import { useEditor, useSession } from '../../store/useEditor.ts';

/** Where the frame of the shown result lies in the stage, and what of that is in sight; CSS px. */
export function useFrameOnScreen(): { frame: Rect; visible: Rect } {
  const editor = useEditor();
  const view = useSession((session) => session.view);
  const stageSize = useSession((session) => session.stageSize);
  const { canvas } = shownDocument(editor);
  const corner = canvasToScreen({ x: 0, y: 0 }, view);
  const frame = { ...corner, width: canvas.width * view.zoom, height: canvas.height * view.zoom };
  return { frame, visible: intersectRects(frame, rectOfSize(stageSize)) ?? rectOfSize(stageSize) };
}
