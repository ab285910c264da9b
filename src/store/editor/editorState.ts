import { type Document, emptyDocument } from '../../model/document/document.ts';
import type { Size } from '../../model/geometry/rect.ts';
import type { Viewport } from '../../model/geometry/viewport.ts';
import type { AmountOperationId } from '../../model/mask/operations/operationAmounts.ts';
import { defaultSettings, type Settings } from '../../model/request/settings.ts';
import { type ToolId, tools } from '../../tools/registry.ts';
import { emptySelection, type Selection } from '../../tools/selection.ts';
import type { PointerPosition, Tool, ToolInput } from '../../tools/tool.ts';
import { defaultToolOptions, type ToolOptions } from '../../tools/toolOptions.ts';
import type { Notice, NoticeFacts } from '../notice.ts';
import { emptyHistory, type History } from './history.ts';
import type { Trial } from './trial.ts';

export type ActiveTool = { readonly id: ToolId; readonly session: Tool['idle'] };

/** What of the mask's operations and files asks for more before it is done. */
export type MaskPanel = AmountOperationId | 'import' | 'export';

/** A result that is looked at, and the document that it was made from, which may be an older one. */
export type ShownResult = {
  readonly generationId: string;
  readonly index: number;
  readonly document: Document;
};

/** How a result is looked at: by itself, beside the layout, or by where it differs. */
export type ComparisonMode = 'result' | 'swipe' | 'difference' | 'kept';

export type ComparisonView = {
  readonly mode: ComparisonMode;
  /** Of a swipe: the part of the canvas, from the left, on which the result lies. */
  readonly share: number;
  /** What was before is shown instead, while a key or a button is held. */
  readonly isPeeking: boolean;
  /** Canvas px of the seam with which the original is put back; null while that is not tried. */
  readonly feather: number | null;
  /** It is asked whether the result is to be deleted. */
  readonly isDeleting: boolean;
};

export const noComparison: ComparisonView = {
  mode: 'result',
  share: 0.5,
  isPeeking: false,
  feather: null,
  isDeleting: false,
};

/** What a press changes of the state, and the document that it has made of that one. */
type BeforePress = Pick<EditorState, 'document' | 'history' | 'selection' | 'tool'> & {
  readonly made: Document | null;
};

/** All state of the page but for photographs, generations and what workers have found out. Immutable. */
export type EditorState = {
  readonly document: Document;
  readonly history: History;
  readonly settings: Settings;
  /** What the person had as settings before others took their place, the newest last. */
  readonly replacedSettings: readonly Settings[];
  readonly selection: Selection;
  readonly tool: ActiveTool;
  /** Stands in for the tool while Space or the middle button is held; the tool's own session waits. */
  readonly heldTool: ActiveTool | null;
  readonly options: ToolOptions;
  /** Null while it is not over the stage. */
  readonly pointer: (PointerPosition & ToolInput) | null;
  /** A tool keeps the pointer from press to release, whatever is held or released meanwhile. */
  readonly isPointerDown: boolean;
  /** The held tool is released with the pointer. */
  readonly isReleasePending: boolean;
  /** As it was when the pointer was last pressed, for a press that turns out to be none. */
  readonly beforePress: BeforePress | null;
  readonly view: Viewport;
  /** CSS px. Zero until the stage is mounted. */
  readonly stageSize: Size;
  /** The wheel pans, and zooms with Ctrl only. */
  readonly isWheelPanning: boolean;
  readonly isMaskShown: boolean;
  readonly shownResult: ShownResult | null;
  readonly comparison: ComparisonView;
  readonly isResultsOpen: boolean;
  /** Where the menu of the stage is open, in CSS px of the stage. */
  readonly stageMenu: { readonly x: number; readonly y: number } | null;
  readonly maskPanel: MaskPanel | null;
  /** What is tried out on the mask, shown on the stage in place of the document. */
  readonly trial: Trial | null;
  readonly notice: Notice | null;
  readonly isOpening: boolean;
};

/** A change of the state; the same object where nothing changes. */
export type Change = (state: EditorState) => EditorState;

export const initialState: EditorState = {
  document: emptyDocument,
  history: emptyHistory,
  settings: defaultSettings,
  replacedSettings: [],
  selection: emptySelection,
  tool: { id: 'move', session: tools.move.idle },
  heldTool: null,
  options: defaultToolOptions,
  pointer: null,
  isPointerDown: false,
  isReleasePending: false,
  beforePress: null,
  view: { zoom: 1, origin: { x: 0, y: 0 } },
  stageSize: { width: 0, height: 0 },
  isWheelPanning: false,
  isMaskShown: false,
  shownResult: null,
  comparison: noComparison,
  isResultsOpen: false,
  stageMenu: null,
  maskPanel: null,
  trial: null,
  notice: null,
  isOpening: false,
};

/** What the stage shows: while a result is looked at, the document that it was made from. */
export function shownDocument({ shownResult, document }: EditorState): Document {
  return shownResult?.document ?? document;
}

/** The document with what is tried out on it, or as it is. */
export function triedDocument({ trial, document }: EditorState): Document {
  return trial?.base === document && trial.outcome !== null ? trial.outcome.document : document;
}

export function activeTool({ heldTool, tool }: EditorState): ActiveTool {
  return heldTool ?? tool;
}

export function toolOf({ id }: ActiveTool): Tool {
  return tools[id];
}

/** Whether the picked tool is in the middle of something. */
export function isInGesture({ tool }: EditorState): boolean {
  return tool.session.phase !== 'idle';
}

/** Something did not work. */
export function withProblem(facts: NoticeFacts): Change {
  return (state) => ({ ...state, notice: { tone: 'problem', ...facts } });
}

/** Something is as it is; the notice leaves by itself. */
export function withInfo(facts: NoticeFacts): Change {
  return (state) => ({ ...state, notice: { tone: 'info', ...facts } });
}

export const dismissNotice: Change = (state) => ({ ...state, notice: null });
