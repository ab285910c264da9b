import type { Rings } from '../../model/geometry/rings/ring.ts';
import type { PixelQuestion } from '../../model/pixels/pixelQuestion.ts';
import type { ToolId } from '../../tools/registry.ts';
import { noModifiers, type ToolEvent } from '../../tools/tool.ts';
import type { ToolOptions } from '../../tools/toolOptions.ts';
import type { ToolWorker } from '../../workers/connectWorkers.ts';
import type { WorkQueue } from '../../workers/workQueue.ts';
import { type Change, type EditorState, isInGesture, toolOf } from './editorState.ts';
import { redo, undo } from './history.ts';
import { switchTool } from './regionChanges.ts';
import { hideResult } from './shownResult.ts';
import {
  applyResult,
  endPress,
  handleEvent,
  placeOf,
  type Result,
  type ToolPlace,
  toolContext,
} from './toolEvents.ts';

/** What the parts of the store have in common: `set` changes the state at once. */
export type StoreAccess = {
  getState(): EditorState;
  set(change: Change): void;
  readonly queue: WorkQueue;
};

export type ToolRunnerParts = {
  readonly tools: ToolWorker;
  /** The outline of similar pixels of the open photograph, in image px; undefined where they cannot be read. */
  answerPixels(question: PixelQuestion): Promise<Rings | undefined>;
};

const unchanged: Change = (state) => state;

type Runner = StoreAccess & ToolRunnerParts;

/** Feeds events to the active tool and applies what comes of them, in order. Knows no tool by name. */
export function createToolRunner(access: StoreAccess, parts: ToolRunnerParts) {
  const runner = { ...access, ...parts };
  const { getState, set, queue } = access;
  return {
    send: (event: ToolEvent) => send(runner, event),

    pick(id: ToolId): void {
      if (getState().isPointerDown) return;
      set((state) => ({ ...hideResult(state), heldTool: null }));
      queue.run(() => {
        if (getState().tool.id !== id) sendInTurn(runner, { type: 'confirm' }, () => set(switchTool(id)));
      });
    },

    changeOptions(changed: Partial<ToolOptions>, isFinal: boolean): void {
      set((state) => ({ ...state, options: { ...state.options, ...changed } }));
      sendInTurn(runner, { type: 'options', isFinal });
    },

    undo(): void {
      queue.run(() => {
        if (!isInGesture(getState())) return set(undo);
        set(hideResult);
        run(runner, 'tool', { type: 'key', key: 'Backspace', modifiers: noModifiers });
      });
    },

    redo(): void {
      queue.run(() => set((state) => (isInGesture(state) ? state : redo(state))));
    },

    settle(act: () => void): void {
      if (!getState().isPointerDown) sendInTurn(runner, { type: 'confirm' }, act);
    },
  };
}

/**
 * The pointer is where it is at once; the picked tool hears of it in its turn, one held in front of it at once. Returns
 * what the tool made of it, unless that is still to come.
 */
function send(runner: Runner, event: ToolEvent): Result | undefined {
  const { getState, set, queue } = runner;
  const [prepare, conclude] = [pointerChange(event), event.type === 'up' ? endPress : unchanged];
  const place = placeOf(getState());
  if (place === 'heldTool' || !queue.isBusy()) return run(runner, place, event, prepare, conclude);
  set((state) => conclude(prepare(state)));
  queue.run(() => run(runner, 'tool', event));
  return undefined;
}

/** To the picked tool in its turn, and `then` to what came of it. */
function sendInTurn(runner: Runner, event: ToolEvent, then: () => void = () => undefined): void {
  runner.queue.run(() => {
    run(runner, 'tool', event);
    runner.queue.run(then);
  });
}

function run(runner: Runner, place: ToolPlace, event: ToolEvent, prepare = unchanged, conclude = unchanged) {
  const { getState, set } = runner;
  const state = prepare(getState());
  if (place === 'tool' && isHeavy(state, event)) {
    set(() => conclude(state));
    runInWorker(runner, event);
    return undefined;
  }
  const result = handleEvent(state, place, event);
  set(() => conclude(result === undefined ? state : applyResult(state, place, result)));
  if (result?.question) void ask(runner, result.question);
  return result;
}

function isHeavy(state: EditorState, event: ToolEvent): boolean {
  return toolOf(state.tool).isHeavy?.(state.tool.session, event, toolContext(state)) ?? false;
}

/** Whoever changes the document or the tool waits meanwhile; the view and the pointer do not. */
function runInWorker(runner: Runner, event: ToolEvent): void {
  const { getState, set, queue, tools } = runner;
  const state = getState();
  const { id, session } = state.tool;
  queue.waitFor<Result | undefined>({
    answer: tools.handle(id, session, event, toolContext(state)),
    computeNow: () => handleEvent(state, 'tool', event),
    onDone(result) {
      if (result === undefined) return;
      set((now) => applyResult(now, 'tool', result));
      if (result.question) void ask(runner, result.question);
    },
  });
}

/** The answer is the picked tool's, also while another is held in front of it. Whoever did not ask ignores it. */
async function ask(runner: Runner, question: PixelQuestion): Promise<void> {
  const rings = await runner.answerPixels(question);
  runner.queue.run(() => run(runner, 'tool', { type: 'answer', question, rings }));
}

export type ToolRunner = ReturnType<typeof createToolRunner>;

/** Where the event says that the pointer is. */
function pointerChange(event: ToolEvent): Change {
  if (event.type !== 'down' && event.type !== 'move' && event.type !== 'up') return unchanged;
  return (state) => ({
    ...state,
    pointer: event,
    isPointerDown: state.isPointerDown || event.type === 'down',
  });
}
