import type { Document } from '../../model/document/document.ts';
import {
  type AddedRegions,
  appendRegions,
  removeRegions,
  setRegionHidden,
} from '../../model/document/regions.ts';
import type { Rings } from '../../model/geometry/rings/ring.ts';
import type { AreaLosses } from '../../model/mask/areasToRings.ts';
import { operandIds } from '../../model/mask/operations/operands.ts';
import { type ToolId, tools } from '../../tools/registry.ts';
import { removeSelected } from '../../tools/select/selectEdit.ts';
import { type Change, isInGesture, withInfo, withProblem } from './editorState.ts';
import { hideResult } from './shownResult.ts';

export const finishFirst = { code: 'finishShapeFirst' } as const;
/** In the middle of a gesture only says that this must end first: the shape would lose the ground it stands on. */
export function whenFree(change: Change): Change {
  return (state) => (isInGesture(state) ? withInfo(finishFirst)(state) : change(state));
}

/** One undo step, unless `change` gives the same document back. */
export function onDocument(change: (document: Document) => Document): Change {
  return (state) => {
    const document = change(state.document);
    return document === state.document ? state : { ...state, document };
  };
}

/** The tool at rest. To finish what the one before has begun see `EditorStore.pickTool`. */
export function switchTool(id: ToolId): Change {
  return (state) => ({
    ...hideResult(state),
    heldTool: null,
    tool: state.tool.id === id ? state.tool : { id, session: tools[id].idle },
  });
}

export function selectOnly(regionIds: readonly string[]): Change {
  return (state) => ({ ...state, selection: { regionIds, vertices: [] } });
}

/** Adds a region to the selection or takes it out with `isAdding`, else selects it alone; ready to be moved or deleted. */
export function selectRegion(id: string, isAdding: boolean): Change {
  return (state) => {
    if (isInGesture(state)) return state;
    const { regionIds } = state.selection;
    return selectOnly(isAdding ? toggled(regionIds, id) : [id])(switchTool('select')(state));
  };
}

/** Every visible region. */
export const selectAllRegions = whenFree((state) =>
  selectOnly(operandIds(state.document, []))(switchTool('select')(state)),
);

/** Regions that another document had or an import brings come in selected, ready to be moved. */
export function selectAdded({ document, regionIds }: AddedRegions): Change {
  return (state) => selectOnly(regionIds)({ ...switchTool('select')(state), document });
}

/** Regions that an import brings to the image with that id, selected; image px, in normal form. */
export function addRegions(ringsOfEach: readonly Rings[], imageId: string | undefined): Change {
  return (state) => {
    if (state.document.image?.id !== imageId) return withProblem({ code: 'otherPhotograph' })(state);
    const { document, regionIds } = appendRegions(state.document, ringsOfEach);
    return selectOnly(regionIds)({ ...state, document });
  };
}

/** Says what of an import is not as it was written. */
export function tellLosses({ roundedVertices, leftOut }: AreaLosses): Change {
  const isNone = roundedVertices === 0 && leftOut === 0;
  return isNone ? (state) => state : withInfo({ code: 'areasAdjusted', roundedVertices, leftOut });
}

export function deleteRegion(id: string): Change {
  return (state) => {
    const { regionIds, vertices } = state.selection;
    return {
      ...state,
      document: removeRegions(state.document, [id]),
      selection: {
        regionIds: regionIds.filter((each) => each !== id),
        vertices: vertices.filter(({ regionId }) => regionId !== id),
      },
    };
  };
}

export const deleteSelected: Change = (state) => ({ ...state, ...removeSelected(state) });

export const hideSelected: Change = (state) =>
  onDocument((document) =>
    state.selection.regionIds.reduce((each, id) => setRegionHidden(each, id, true), document),
  )(state);

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}
