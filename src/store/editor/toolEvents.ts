import type { Document } from '../../model/document/document.ts';
import { screenToCanvas } from '../../model/document/spaces.ts';
import { isSamePoint } from '../../model/geometry/point.ts';
import { panView, type Viewport } from '../../model/geometry/viewport.ts';
import { type ToolId, tools } from '../../tools/registry.ts';
import type { Tool, ToolContext, ToolEvent, ToolResult } from '../../tools/tool.ts';
import { type Change, type EditorState, toolOf } from './editorState.ts';

/** The picked tool, or the one that is held in front of it. */
export type ToolPlace = 'tool' | 'heldTool';
export type Result = ToolResult<Tool['idle']>;

/** What a tool is told besides the event. */
export function toolContext({ document, selection, options }: EditorState): ToolContext {
  return { document, selection, options };
}

export function placeOf({ heldTool }: EditorState): ToolPlace {
  return heldTool === null ? 'tool' : 'heldTool';
}

/** What the tool in that place makes of the event; undefined where there is none. */
export function handleEvent(state: EditorState, place: ToolPlace, event: ToolEvent): Result | undefined {
  const active = state[place];
  return active === null ? undefined : toolOf(active).handle(active.session, event, toolContext(state));
}

/** The state once a tool's result has come into force: a commit is a change of the document like any other. */
export function applyResult(state: EditorState, place: ToolPlace, result: Result): EditorState {
  const active = state[place];
  if (active === null) return state;
  const view = viewAfter(result, state.view);
  return {
    ...state,
    [place]: { id: active.id, session: result.session },
    document: result.commit ?? state.document,
    beforePress: withMade(state.beforePress, result.commit),
    selection: result.selection ?? state.selection,
    options: result.options ? { ...state.options, ...result.options } : state.options,
    view,
    pointer: pointerIn(view, state.pointer),
  };
}

function withMade(beforePress: EditorState['beforePress'], made: Document | undefined) {
  return beforePress === null || made === undefined ? beforePress : { ...beforePress, made };
}

/** The view panned as the tool asks, or so that the picture stays in place when the frame's origin has moved. */
function viewAfter({ pan, origin }: Result, view: Viewport): Viewport {
  if (origin) return panView(view, { x: origin.x * view.zoom, y: origin.y * view.zoom });
  return pan ? panView(view, pan) : view;
}

/** A pointer that rests is over another point of the canvas once the view has moved under it. */
function pointerIn(view: Viewport, pointer: EditorState['pointer']): EditorState['pointer'] {
  if (pointer === null) return null;
  const point = screenToCanvas(pointer.screen, view);
  const unitsPerPixel = 1 / view.zoom;
  const isSame = isSamePoint(point, pointer.point) && unitsPerPixel === pointer.unitsPerPixel;
  return isSame ? pointer : { ...pointer, point, unitsPerPixel };
}

/**
 * Tells the tool of a pointer that a change of the view has brought to another point of the canvas; not the picked tool
 * while a worker has its session.
 */
export function followView(state: EditorState, isWorking: boolean): EditorState {
  const pointer = pointerIn(state.view, state.pointer);
  if (pointer === null || pointer === state.pointer) return state;
  const moved = { ...state, pointer };
  const place = placeOf(moved);
  if (isWorking && place === 'tool') return moved;
  const result = handleEvent(moved, place, { ...pointer, type: 'move', trail: [pointer.point] });
  return result === undefined ? moved : applyResult(moved, place, result);
}

/** Puts a tool in front of the picked one, whose unfinished gesture is kept until `releaseTool`. */
export function holdTool(id: ToolId): Change {
  return (state) => {
    const kept = state.isReleasePending ? { ...state, isReleasePending: false } : state;
    if (state.isPointerDown || state.heldTool?.id === id) return kept;
    return { ...kept, heldTool: { id, session: tools[id].idle } };
  };
}

/** With the pointer down, the held tool stays until that is released. */
export function releaseTool(state: EditorState): EditorState {
  if (state.isPointerDown) return { ...state, isReleasePending: true };
  return state.heldTool === null ? state : { ...state, heldTool: null };
}

export function endPress(state: EditorState): EditorState {
  const heldTool = state.isReleasePending ? null : state.heldTool;
  return { ...state, isPointerDown: false, isReleasePending: false, heldTool };
}

export function rememberPress(state: EditorState): EditorState {
  const { document, history, selection, tool } = state;
  return { ...state, beforePress: { document, history, selection, tool, made: null } };
}

/**
 * As if the last press had not been: without its commit, its selection, and what it did to an unfinished drawing. Where the
 * document is another's work by now, only the tool comes to rest.
 */
export function revokePress(state: EditorState): EditorState {
  const { beforePress, tool, document } = state;
  if (beforePress?.tool.id !== tool.id) return state;
  const { made, ...before } = beforePress;
  const isOwn = document === before.document || document === made;
  const rest = { tool: { id: tool.id, session: tools[tool.id].idle } };
  return { ...state, ...(isOwn ? before : rest), beforePress: null };
}

/** Drops an unfinished gesture without a trace: what it was begun on is about to go. */
function abandonGesture(state: EditorState): EditorState {
  const { id } = state.tool;
  return { ...endPress(state), tool: { id, session: tools[id].idle }, beforePress: null, heldTool: null };
}

/** Another document takes the place of the open one, in full view, with nothing selected. */
export function withOpenedDocument(document: Document): Change {
  return (state) => ({ ...abandonGesture(state), document, selection: { regionIds: [], vertices: [] } });
}
