import type { VertexRef } from '../../model/document/vertices.ts';
import { emptySelection, type Selection } from '../selection.ts';

import { isSameVertex } from './remapSelection.ts';
import type { SelectHit } from './selectHit.ts';

/** What a press selects at once, and what instead once it is released without a drag. */
export type PressSelection = { readonly onPress: Selection; readonly onClick: Selection };

/**
 * As in every drawing program: pressing something unselected selects it, so that it can be dragged right away; pressing
 * something selected leaves all that is selected to be dragged, and singles it out only on a click. With Shift a press
 * adds and a click takes away.
 */
export function pressSelection(hit: SelectHit, shift: boolean, selection: Selection): PressSelection {
  switch (hit.kind) {
    case 'vertex':
      return pressVertex(hit.vertex, shift, selection);
    case 'edge':
      return { ...pressRegion(hit.vertex.regionId, shift, selection), onPress: selection };
    case 'region':
      return pressRegion(hit.regionId, shift, selection);
    case 'background':
      return { onPress: selection, onClick: shift ? selection : emptySelection };
  }
}

function pressVertex(vertex: VertexRef, shift: boolean, selection: Selection): PressSelection {
  const { regionIds, vertices } = selection;
  const others = vertices.filter((other) => !isSameVertex(other, vertex));
  const only = { regionIds, vertices: [vertex] };
  if (others.length < vertices.length)
    return { onPress: selection, onClick: shift ? { regionIds, vertices: others } : only };
  const added = shift ? { regionIds, vertices: [...vertices, vertex] } : only;
  return { onPress: added, onClick: added };
}

function pressRegion(regionId: string, shift: boolean, selection: Selection): PressSelection {
  const { regionIds, vertices } = selection;
  const only = { regionIds: [regionId], vertices: [] };
  if (regionIds.includes(regionId)) {
    const without = {
      regionIds: regionIds.filter((id) => id !== regionId),
      vertices: vertices.filter((vertex) => vertex.regionId !== regionId),
    };
    return { onPress: selection, onClick: shift ? without : only };
  }
  const added = shift ? { regionIds: [...regionIds, regionId], vertices } : only;
  return { onPress: added, onClick: added };
}
