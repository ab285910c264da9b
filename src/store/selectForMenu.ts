import type { Point } from '../model/geometry/point.ts';
import { screenToCanvas } from '../model/spaces.ts';
import { hitRegionAt } from '../tools/selectHit.ts';
import { emptySelection } from '../tools/tool.ts';
import type { Editor } from './createEditor.ts';
import { activeTool, toolOf } from './toolDriver.ts';

/**
 * Selects the region at `screen` (CSS px in the stage) before a menu says what can be done with it, and nothing on bare
 * ground. One that is selected keeps all that is selected beside it.
 */
export function selectForMenu({ documents, session, tool }: Editor, screen: Point) {
  const state = session.getState();
  const hasMenu = toolOf(activeTool(state)).secondaryButton === 'menu' && state.shownResult === null;
  if (!hasMenu || tool.isInGesture()) return;
  const { selection, view } = state;
  const subject = { document: documents.getState().document, selection };
  const regionId = hitRegionAt(screenToCanvas(screen, view), 1 / view.zoom, subject);
  if (regionId === undefined) session.setState({ selection: emptySelection });
  else if (!selection.regionIds.includes(regionId)) {
    tool.pick('select');
    session.setState({ selection: { regionIds: [regionId], vertices: [] } });
  }
}
