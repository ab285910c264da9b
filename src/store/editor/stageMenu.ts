import { screenToCanvas } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import { hitRegionAt } from '../../tools/select/selectHit.ts';
import { emptySelection } from '../../tools/selection.ts';

import { activeTool, type Change, type EditorState, isInGesture, toolOf } from './editorState.ts';
import { selectOnly, switchTool } from './regionChanges.ts';

/** How it is asked for: by the right button, a finger that rests, or the menu key. */
export type MenuCause = 'pointer' | 'longPress' | 'key';

/** Whether a menu can come up over the stage: in a gesture it is the tool's, and some tools take the right button. */
export function hasStageMenu(state: EditorState, by: MenuCause): boolean {
  const isStageFree = state.shownResult === null && !isInGesture(state);
  const isForTool = by === 'pointer' && toolOf(activeTool(state)).secondaryButton === 'tool';
  return state.document.image !== null && isStageFree && !isForTool;
}

/** Opens it at `at` (CSS px in the stage). The menu key, unlike a pointer, leaves the selection as it is. */
export function openStageMenu(at: Point, by: MenuCause): Change {
  return (state) => {
    if (!hasStageMenu(state, by)) return state;
    const selected = by === 'key' ? state : selectAt(at, state);
    return { ...selected, stageMenu: at };
  };
}

export const closeStageMenu: Change = (state) =>
  state.stageMenu === null ? state : { ...state, stageMenu: null };

/** The region there, and nothing on bare ground. One that is selected keeps all that is selected beside it. */
function selectAt(at: Point, state: EditorState): EditorState {
  const { selection, view } = state;
  const regionId = hitRegionAt({ point: screenToCanvas(at, view), unitsPerPixel: 1 / view.zoom }, state);
  if (regionId === undefined) return { ...state, selection: emptySelection };
  if (selection.regionIds.includes(regionId)) return state;
  return selectOnly([regionId])(switchTool('select')(state));
}
