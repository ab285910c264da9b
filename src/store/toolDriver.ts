import type { Document } from '../model/document.ts';
import { panView } from '../model/geometry/viewport.ts';
import type { Draft } from '../tools/draft.ts';
import { type ToolId, tools } from '../tools/registry.ts';
import type { PointerPosition, Tool, ToolEvent, ToolInput } from '../tools/tool.ts';
import type { DocumentStore } from './documentStore.ts';
import type { ActiveTool, SessionState, SessionStore } from './sessionStore.ts';

export type ToolDriver = ReturnType<typeof createToolDriver>;

/** Feeds events to the active tool and applies what comes of them. Knows no tool by name. */
export function createToolDriver(documents: DocumentStore, session: SessionStore) {
  function send(event: ToolEvent) {
    const state = session.getState();
    const active = activeTool(state);
    const context = { document: documents.getState().document, selection: state.selection };
    const result = toolOf(active).handle(active.session, event, context);
    const next: ActiveTool = { id: active.id, session: result.session };
    const shift = result.origin ? scaled(result.origin, state.view.zoom) : (result.pan ?? { x: 0, y: 0 });
    session.setState({
      ...(state.heldTool === null ? { tool: next } : { heldTool: next }),
      selection: result.selection ?? state.selection,
      view: panView(state.view, shift),
    });
    if (result.commit) documents.setState({ document: result.commit });
  }

  return {
    send,

    isInGesture: () => session.getState().tool.session.phase !== 'idle',

    /** Remembers where the pointer rests, for cursors and hover marks. `null` where it has left. */
    hover(pointer: (PointerPosition & ToolInput) | null) {
      session.setState({ pointer });
    },

    pick(id: ToolId) {
      if (session.getState().tool.id === id) return;
      session.setState({ tool: { id, session: tools[id].idle }, heldTool: null });
    },

    /** Puts `id` in front of the picked tool, whose unfinished gesture is kept for `release`. */
    hold(id: ToolId) {
      if (session.getState().heldTool?.id !== id)
        session.setState({ heldTool: { id, session: tools[id].idle } });
    },

    release() {
      if (session.getState().heldTool !== null) session.setState({ heldTool: null });
    },
  };
}

export function activeTool(state: SessionState): ActiveTool {
  return state.heldTool ?? state.tool;
}

export function toolOf(active: ActiveTool): Tool {
  return tools[active.id];
}

/** What the picked tool shows of its gesture, also while another is held in front of it. */
export function currentDraft(state: SessionState, document: Document): Draft {
  const context = { document, selection: state.selection };
  const view = { pointer: state.heldTool ? null : state.pointer, unitsPerPixel: 1 / state.view.zoom };
  return toolOf(state.tool).draft(state.tool.session, context, view);
}

function scaled(point: { x: number; y: number }, factor: number) {
  return { x: point.x * factor, y: point.y * factor };
}
