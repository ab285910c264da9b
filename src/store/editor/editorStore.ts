import type { Config } from '../../contract/config.ts';
import type { OperationId } from '../../model/mask/operations/applyOperation.ts';
import type { ToolId } from '../../tools/registry.ts';
import type { ToolOptions } from '../../tools/toolOptions.ts';
import type { MaskLoss } from '../notice.ts';
import type { Input } from './dispatch.ts';
import type { Change, EditorState } from './editorState.ts';

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
