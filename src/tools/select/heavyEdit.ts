import type { Document } from '../../model/document/document.ts';
import type { VertexRef } from '../../model/document/vertices.ts';
import { vertexCount } from '../../model/geometry/rings/ring.ts';
import { arrowStep } from '../arrowStep.ts';
import { isDrag } from '../dragging.ts';
import type { DocumentWithSelection } from '../selection.ts';
import type { ToolEvent } from '../tool.ts';
import { hitAt } from './selectHit.ts';
import type { SelectSession } from './selectSession.ts';

/** Regions with fewer are brought into normal form within a frame, also on a slow machine. */
const verticesMax = 500;

/** Whether the event changes vertices for good, of regions that take long to be brought into normal form. */
export function isHeavyEdit(
  session: SelectSession,
  event: ToolEvent,
  current: DocumentWithSelection,
): boolean {
  const ids = new Set(changedVertices(session, event, current).map(({ regionId }) => regionId));
  return ids.size > 0 && verticesOf(ids, current.document) > verticesMax;
}

/** Vertices of the regions that the event brings into normal form; none where it brings none. */
function changedVertices(
  session: SelectSession,
  event: ToolEvent,
  current: DocumentWithSelection,
): readonly VertexRef[] {
  const { selection } = current;
  switch (event.type) {
    case 'up': {
      const hit = draggedHit(session, event);
      if (hit?.kind === 'edge') return [hit.vertex];
      return hit?.kind === 'vertex' ? selection.vertices : [];
    }
    case 'down': {
      if (!event.modifiers.alt) return [];
      const hit = hitAt(event, current);
      return hit.kind === 'vertex' ? [hit.vertex] : [];
    }
    case 'key':
      return session.phase === 'idle' && arrowStep(event) !== undefined ? selection.vertices : [];
    case 'delete':
      return session.phase === 'idle' ? selection.vertices : [];
    default:
      return [];
  }
}

function draggedHit(session: SelectSession, event: Extract<ToolEvent, { type: 'up' }>) {
  if (session.phase === 'pressed') return isDrag(session.from, event) ? session.hit : undefined;
  return session.phase === 'dragging' && session.target.kind === 'vertex' ? session.target.hit : undefined;
}

function verticesOf(ids: ReadonlySet<string>, { regions }: Document): number {
  return vertexCount(regions.filter(({ id }) => ids.has(id)).flatMap(({ rings }) => rings));
}
