import { createStore } from 'zustand/vanilla';
import type { Config } from '../../contract/config.ts';
import type { MaskWorker } from '../../workers/connectWorkers.ts';
import { createWorkQueue } from '../../workers/workQueue.ts';
import { createDispatch } from './dispatch.ts';
import { type Change, type EditorState, initialState } from './editorState.ts';
import type { EditorStore } from './editorStore.ts';
import { keepInvariants } from './invariants.ts';
import { createOperationRunner } from './operationRunner.ts';
import { createToolRunner, type ToolRunnerParts } from './toolRunner.ts';

type Parts = ToolRunnerParts & {
  readonly config: Config;
  readonly masks: Pick<MaskWorker, 'applyOperation'>;
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
