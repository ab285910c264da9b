import type { Document } from '../model/document/document.ts';
import type { Region } from '../model/document/region.ts';
import { panView, type Viewport } from '../model/geometry/viewport.ts';
import type { Editor } from '../store/createEditor.ts';
import {
  type ComparisonMode,
  type EditorState,
  shownDocument,
  toolOf,
  triedDocument,
} from '../store/editor/editorState.ts';
import { toolContext } from '../store/editor/toolEvents.ts';
import type { LoadedImage } from '../store/images/imageLibrary.ts';
import type { Draft, Mark } from '../tools/draft.ts';
import type { MaskBitmap } from './useMaskBitmap.ts';

/** All that the three layers show, worked out at most once per change. */
export type Scene = {
  /** The document as it would be if the gesture ended now, or the operation that is tried out were applied. */
  readonly document: Document;
  readonly view: Viewport;
  readonly image: LoadedImage | undefined;
  /** Visible regions that the gesture does not touch: the mask layer's, which rests while a vertex is dragged. */
  readonly unchangedRegions: readonly Region[];
  /** Visible regions that the gesture changes or adds: the overlay's. */
  readonly changedRegions: readonly Region[];
  readonly marks: readonly Mark[];
  /** The mask's file where it is shown in place of the layout. */
  readonly maskBitmap: MaskBitmap | null;
  /** The result that is looked at, with what is shown of it. */
  readonly result: ResultView | null;
};

/** `map` is laid over the result: where it differs. `mode` is `layout` while what was before is peeked at. */
export type ResultView = {
  readonly bitmap: ImageBitmap;
  readonly map: ImageBitmap | null;
  readonly mode: ComparisonMode | 'layout';
  readonly share: number;
};

/** Bitmaps that were decoded for the stage alone. */
export type StageBitmaps = { readonly mask: MaskBitmap | null; readonly result: ImageBitmap | null };

export function sceneOf(editor: Editor, bitmaps: StageBitmaps, before: Scene | undefined): Scene {
  const state = editor.getState();
  const committed = shownDocument(state);
  const shown = state.shownResult === null ? triedDocument(state) : committed;
  const draft = currentDraft(state, shown);
  const document = draft.document ?? shown;
  const shift = draft.origin ?? { x: 0, y: 0 };
  const { zoom } = state.view;
  // It shows what is tried out, which would otherwise be drawn over it.
  const maskBitmap = state.isMaskShown ? bitmaps.mask : null;
  const { unchanged, changed } = partitionRegions(committed.regions, document.regions);
  return {
    document,
    view: panView(state.view, { x: shift.x * zoom, y: shift.y * zoom }),
    image: document.image ? editor.images.library.getState().images.get(document.image.id) : undefined,
    unchangedRegions: reuseList(before?.unchangedRegions, unchanged),
    changedRegions: maskBitmap && state.trial ? [] : changed,
    marks: draft.marks,
    maskBitmap,
    result: reuseResult(before?.result, resultView(editor, bitmaps.result)),
  };
}

/** What the picked tool shows of its gesture, also while another is held in front of it. */
function currentDraft(state: EditorState, document: Document): Draft {
  const view = { pointer: state.heldTool ? null : state.pointer, unitsPerPixel: 1 / state.view.zoom };
  return toolOf(state.tool).draft(state.tool.session, { ...toolContext(state), document }, view);
}

function resultView(editor: Editor, result: ImageBitmap | null): ResultView | null {
  const { shownResult, comparison } = editor.getState();
  if (shownResult === null || result === null) return null;
  const { mode, share, isPeeking, feather } = comparison;
  const restored = feather === null ? null : (editor.comparison.restored.getState()?.answer ?? null);
  if (isPeeking) return { bitmap: result, map: null, mode: restored ? 'result' : 'layout', share };
  const check = editor.comparison.checks.getState()?.answer;
  const map = mode === 'difference' ? check?.difference : mode === 'kept' ? check?.heat : undefined;
  return { bitmap: restored ?? result, map: map ?? null, mode, share };
}

/** The earlier one where it is the same, so that layers that show nothing else rest. */
function reuseResult(before: ResultView | null | undefined, after: ResultView | null): ResultView | null {
  if (!before || !after) return after;
  const isSame =
    before.bitmap === after.bitmap &&
    before.map === after.map &&
    before.mode === after.mode &&
    before.share === after.share;
  return isSame ? before : after;
}

function partitionRegions(committed: readonly Region[], drafted: readonly Region[]) {
  const visible = drafted.filter((region) => !region.isHidden);
  if (committed === drafted) return { unchanged: visible, changed: [] };
  const known = new Set(committed);
  return {
    unchanged: visible.filter((region) => known.has(region)),
    changed: visible.filter((region) => !known.has(region)),
  };
}

/** The earlier list where it holds the same, so that what hangs on its identity stays. */
function reuseList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  const isSame = before?.length === after.length && before.every((each, index) => each === after[index]);
  return before && isSame ? before : after;
}
