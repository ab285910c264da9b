import { screenToCanvas } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import { hitRegionAt } from '../../tools/select/selectHit.ts';
import { emptySelection } from '../../tools/tool.ts';
import type { Editor } from '../createEditor.ts';
import { hasStageMenu } from './hasStageMenu.ts';

/**
 * Selects the region at `screen` (CSS px in the stage) before a menu says what can be done with it, and nothing on bare
 * ground. One that is selected keeps all that is selected beside it.
 */
export function selectForMenu(editor: Editor, screen: Point) {
  if (!hasStageMenu(editor)) return;
  const { documents, session, tool } = editor;
  const { selection, view } = session.getState();
  const subject = { document: documents.getState().document, selection };
  const regionId = hitRegionAt(screenToCanvas(screen, view), 1 / view.zoom, subject);
  if (regionId === undefined) session.setState({ selection: emptySelection });
  else if (!selection.regionIds.includes(regionId)) {
    tool.pick('select');
    session.setState({ selection: { regionIds: [regionId], vertices: [] } });
  }
}
