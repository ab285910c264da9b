import { createStore } from 'zustand/vanilla';
import type { Document } from '../../model/document/document.ts';
import type { Size } from '../../model/geometry/rect.ts';
import type { Viewport } from '../../model/geometry/viewport.ts';
import type { Settings } from '../../model/request/settings.ts';
import type { ToolId } from '../../tools/registry.ts';
import { tools } from '../../tools/registry.ts';
import { emptySelection, type PointerPosition, type Selection, type ToolInput } from '../../tools/tool.ts';
import { defaultToolOptions, type ToolOptions } from '../../tools/toolOptions.ts';

export type ActiveTool = { readonly id: ToolId; readonly session: { readonly phase: string } };

/** A sentence for the person: `problem` says that something did not work, `info` that something did. */
export type Notice = { readonly tone: 'problem' | 'info'; readonly message: string };

/** What of the mask's operations and files asks for more before it is done. */
export type MaskPanel = 'grow' | 'shrink' | 'smooth' | 'simplify' | 'border' | 'import' | 'export';

export type ShownResult = { readonly generationId: string; readonly index: number };

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
};

export const noComparison: ComparisonView = { mode: 'result', share: 0.5, isPeeking: false, feather: null };

export type SessionState = {
  readonly tool: ActiveTool;
  /** Stands in for the tool while Space or the middle button is held; the tool's own session waits. */
  readonly heldTool: ActiveTool | null;
  readonly selection: Selection;
  readonly options: ToolOptions;
  readonly pointer: (PointerPosition & ToolInput) | null;
  readonly view: Viewport;
  /** CSS px. Zero until the stage is mounted. */
  readonly stageSize: Size;
  readonly isMaskShown: boolean;
  readonly shownResult: ShownResult | null;
  readonly comparison: ComparisonView;
  readonly isResultsOpen: boolean;
  readonly maskPanel: MaskPanel | null;
  /** Shown on the stage in place of the document, while an operation is tried out. */
  readonly preview: Document | null;
  readonly notice: Notice | null;
  /** What the person had as settings before others took their place, the newest last. */
  readonly replacedSettings: readonly Settings[];
  readonly isOpening: boolean;
};

export type SessionStore = ReturnType<typeof createSessionStore>;

export function createSessionStore() {
  return createStore<SessionState>()(() => ({
    tool: { id: 'move', session: tools.move.idle },
    heldTool: null,
    selection: emptySelection,
    options: defaultToolOptions,
    pointer: null,
    view: { zoom: 1, origin: { x: 0, y: 0 } },
    stageSize: { width: 0, height: 0 },
    isMaskShown: false,
    shownResult: null,
    comparison: noComparison,
    isResultsOpen: false,
    maskPanel: null,
    preview: null,
    notice: null,
    replacedSettings: [],
    isOpening: false,
  }));
}
