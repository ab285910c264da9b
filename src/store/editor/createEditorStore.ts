import { createStore } from 'zustand/vanilla';
import type { Config } from '../../contract/config.ts';
import type { OperationId } from '../../model/mask/operations/applyOperation.ts';
import type { ToolId } from '../../tools/registry.ts';
import type { ToolOptions } from '../../tools/toolOptions.ts';
import type { MaskWorker } from '../../workers/connectWorkers.ts';
import { createWorkQueue } from '../../workers/workQueue.ts';
import type { MaskLoss } from '../notice.ts';
import { createDispatch, type Input } from './dispatch.ts';
import { type Change, type EditorState, initialState } from './editorState.ts';
import { keepInvariants } from './invariants.ts';
import { createOperationRunner } from './operationRunner.ts';
import { createToolRunner, type ToolRunnerParts } from './toolRunner.ts';

type Parts = ToolRunnerParts & {
  readonly config: Config;
  readonly masks: Pick<MaskWorker, 'applyOperation'>;
};

/**
 * When a change comes into force: in its turn after what a worker is at, as whatever concerns the document and the tool
 * must, or at once, as what only concerns the view and what is typed.
 */
type Timing = 'inOrder' | 'atOnce';

/** The state of the page, and the only ways to change it. */
export type EditorStore = {
  readonly config: Config;
  getState(): EditorState;
  getInitialState(): EditorState;
  subscribe(listener: (state: EditorState, before: EditorState) => void): () => void;
  /** `change` is given the current state; it is set once and told once, and another document is one undo step. */
  transact(change: Change, timing?: Timing): void;
  /** Takes what pointer, wheel and keyboard report. Returns whether anything was done with it. */
  dispatch(input: Input): boolean;
  /** The tool before finishes what it has begun, as Enter would, so that no point is lost. */
  pickTool(id: ToolId): void;
  /** `isFinal` at the end of a slider's drag and not during it. */
  changeOptions(options: Partial<ToolOptions>, isFinal: boolean): void;
  /** In the middle of a gesture only that is stepped back; the document has not changed yet. */
  undo(): void;
  redo(): void;
  /** Does an operation to the mask as one undo step; see `createOperationRunner`. */
  applyOperation(id: OperationId, loss?: MaskLoss): void;
  /** Applies what is tried out, once it is worked out. */
  applyTrial(): void;
  /**
   * Ends an open drawing as Enter would and then acts, so that what is on screen is in the document. Nothing is done while
   * a press goes on.
   */
  settle(act: () => void): void;
  /** Whether a worker is at something that the document waits for. */
  isWorking(): boolean;
  /** Does it on the page's own thread: the page is about to go, or the browser waits for an answer. */
  finishWork(): void;
};

export function createEditorStore(parts: Parts): EditorStore {
  const store = createStore<EditorState>()(() => initialState);
  const queue = createWorkQueue();

  function set(change: Change): void {
    const before = store.getState();
    const after = change(before);
    if (after !== before) store.setState(keepInvariants(before, after, queue.isBusy()), true);
  }

  const access = { getState: store.getState, set, queue };
  const toolRunner = createToolRunner(access, parts);
  const operations = createOperationRunner(access, parts.masks);
  store.subscribe(operations.followTrial);

  return {
    config: parts.config,
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    transact(change, timing = 'inOrder') {
      if (timing === 'atOnce') set(change);
      else queue.run(() => set(change));
    },
    dispatch: createDispatch({ ...access, toolRunner, operations }),
    pickTool: toolRunner.pick,
    changeOptions: toolRunner.changeOptions,
    undo: toolRunner.undo,
    redo: toolRunner.redo,
    applyOperation: operations.apply,
    applyTrial: () => operations.applyTrial('button'),
    settle: toolRunner.settle,
    isWorking: queue.isBusy,
    finishWork: queue.finish,
  };
}
