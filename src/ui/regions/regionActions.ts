import { removeRegions } from '../../model/document/regions.ts';
import type { Editor } from '../../store/createEditor.ts';

/** Selects the region, ready to be moved or deleted; with `isAdding` adds it to the selection or takes it out. */
export function selectRegion({ session, tool }: Editor, id: string, isAdding: boolean) {
  tool.inTurn(() => {
    if (tool.isInGesture()) return;
    tool.pick('select');
    session.setState(({ selection: { regionIds } }) => ({
      selection: { regionIds: isAdding ? toggled(regionIds, id) : [id], vertices: [] },
    }));
  });
}

export function deleteRegion({ commit, session }: Editor, id: string) {
  commit((document) => removeRegions(document, [id]));
  session.setState(({ selection: { regionIds, vertices } }) => ({
    selection: {
      regionIds: regionIds.filter((each) => each !== id),
      vertices: vertices.filter(({ regionId }) => regionId !== id),
    },
  }));
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}
