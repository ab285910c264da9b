import type { Document } from '../../model/document/document.ts';
import type { Rings } from '../../model/geometry/rings/ring.ts';
import { panView, type Viewport } from '../../model/geometry/viewport.ts';
import type { PixelQuestion } from '../../model/pixels/pixelQuestion.ts';
import type { Draft } from '../../tools/draft.ts';
import { type ToolId, tools } from '../../tools/registry.ts';
import type { Tool, ToolContext, ToolEvent, ToolResult } from '../../tools/tool.ts';
import type { ToolOptions } from '../../tools/toolOptions.ts';
import type { ToolWorker } from '../../workers/connectWorkers.ts';
import type { DocumentStore } from './documentStore.ts';
import type { ActiveTool, SessionState, SessionStore } from './sessionStore.ts';
import { createTurns } from './turns.ts';

export type ToolDriver = ReturnType<typeof createToolDriver>;

/** The outline of what a tool asks for, in image px; undefined where the pixels cannot be read. */
export type AnswerPixels = (question: PixelQuestion) => Promise<Rings | undefined>;

/** Feeds events to the active tool and applies what comes of them. Knows no tool by name. */
export function createToolDriver(
  documents: DocumentStore,
  session: SessionStore,
  answerPixels: AnswerPixels,
  service: ToolWorker,
) {
  const turns = createTurns();
  /** A tool keeps the pointer from press to release, whatever is held or released meanwhile. */
  let isPointerDown = false;
  let isReleasePending = false;
  /** Where the pointer is, whatever of its way still waits to be told to the tool. */
  let pointer: SessionState['pointer'] = null;

  function send(event: ToolEvent) {
    if (event.type === 'down') isPointerDown = true;
    if ('point' in event) pointer = event;
    if (turns.isHeld()) session.setState({ pointer });
    if (session.getState().heldTool === null) deliver(event);
    else deliverTo('heldTool', event);
    if (event.type === 'up') endPress();
  }

  /** To the picked tool, in its turn. */
  function deliver(event: ToolEvent) {
    turns.inTurn(() => deliverTo('tool', event));
  }

  function deliverTo(place: 'tool' | 'heldTool', event: ToolEvent) {
    const active = session.getState()[place];
    if (active === null) return;
    const [tool, context] = [toolOf(active), contextNow()];
    if (place === 'tool' && tool.isHeavy?.(active.session, event, context))
      void turns.hold(handleAway(event));
    else apply(tool.handle(active.session, event, context), place, active);
  }

  function contextNow(): ToolContext {
    return toolContext(session.getState(), documents.getState().document);
  }

  /** Whoever changes the document or the tool waits meanwhile. */
  async function handleAway(event: ToolEvent) {
    const { tool: active } = session.getState();
    const context = contextNow();
    const result = await service
      .handle(active.id, active.session, event, context)
      .catch(() => toolOf(active).handle(active.session, event, context));
    apply(result, 'tool', active);
  }

  /** The answer is the picked tool's, also while another is held in front of it. Whoever did not ask ignores it. */
  async function ask(question: PixelQuestion) {
    const rings = await answerPixels(question);
    deliver({ type: 'answer', question, rings });
  }

  function apply(result: ToolResult<ActiveTool['session']>, place: 'tool' | 'heldTool', { id }: ActiveTool) {
    session.setState((state) => ({
      [place]: { id, session: result.session },
      selection: result.selection ?? state.selection,
      options: result.options ? { ...state.options, ...result.options } : state.options,
      view: viewAfter(result, state.view),
      pointer,
    }));
    if (result.commit) documents.setState({ document: result.commit });
    if (result.question) void ask(result.question);
  }

  function endPress() {
    isPointerDown = false;
    if (isReleasePending) session.setState({ heldTool: null });
    isReleasePending = false;
  }

  return {
    send,

    /** `isFinal` at the end of a slider's drag and not during it. */
    changeOptions(changed: Partial<ToolOptions>, isFinal: boolean) {
      session.setState(({ options }) => ({ options: { ...options, ...changed } }));
      deliver({ type: 'options', isFinal });
    },

    /** Drops an unfinished gesture without a trace: what it was begun on is about to go. */
    abandon() {
      isPointerDown = false;
      turns.inTurn(() => {
        const { tool } = session.getState();
        session.setState({ tool: { id: tool.id, session: tools[tool.id].idle }, heldTool: null });
      });
    },

    /** Does what needs the picked tool's gesture to have ended, as soon as that is worked out. */
    inTurn: turns.inTurn,

    /** Whether a gesture that has ended is still being worked out. */
    isWorking: turns.isHeld,

    /**
     * Ends an open drawing as Enter would and then acts, so that what is on screen is in the document. Nothing is done while
     * a press goes on.
     */
    settle(act: () => void) {
      if (isPointerDown) return;
      deliver({ type: 'confirm' });
      turns.inTurn(act);
    },

    isInGesture: () => session.getState().tool.session.phase !== 'idle',

    /** The pointer has left the stage: no hover marks. */
    leave() {
      pointer = null;
      session.setState({ pointer });
    },

    /** The tool before finishes what it has begun, as Enter would, so that no point is lost. */
    pick(id: ToolId) {
      if (isPointerDown) return;
      session.setState({ heldTool: null, shownResult: null });
      turns.inTurn(() => {
        if (session.getState().tool.id === id) return;
        deliver({ type: 'confirm' });
        turns.inTurn(() => session.setState({ tool: { id, session: tools[id].idle } }));
      });
    },

    /** Puts `id` in front of the picked tool, whose unfinished gesture is kept for `release`. */
    hold(id: ToolId) {
      isReleasePending = false;
      if (isPointerDown || session.getState().heldTool?.id === id) return;
      session.setState({ heldTool: { id, session: tools[id].idle } });
    },

    release() {
      if (isPointerDown) isReleasePending = true;
      else if (session.getState().heldTool !== null) session.setState({ heldTool: null });
    },
  };
}

export function activeTool(state: SessionState): ActiveTool {
  return state.heldTool ?? state.tool;
}

export function toolOf(active: ActiveTool): Tool {
  return tools[active.id];
}

/** What a tool is told besides the event. */
export function toolContext({ selection, options }: SessionState, document: Document): ToolContext {
  return { document, selection, options };
}

/** What the picked tool shows of its gesture, also while another is held in front of it. */
export function currentDraft(state: SessionState, document: Document): Draft {
  const view = { pointer: state.heldTool ? null : state.pointer, unitsPerPixel: 1 / state.view.zoom };
  return toolOf(state.tool).draft(state.tool.session, toolContext(state, document), view);
}

/** The view panned as the tool asks, or so that the picture stays in place when the frame's origin has moved. */
function viewAfter({ pan, origin }: ToolResult<ActiveTool['session']>, view: Viewport): Viewport {
  if (origin) return panView(view, { x: origin.x * view.zoom, y: origin.y * view.zoom });
  return pan ? panView(view, pan) : view;
}
