import type { Document } from '../model/document.ts';
import { panView, type Viewport } from '../model/geometry/viewport.ts';
import type { Region } from '../model/mask/region.ts';
import type { Editor } from '../store/createEditor.ts';
import type { LoadedImage } from '../store/imageLibrary.ts';
import { currentDraft } from '../store/toolDriver.ts';
import type { Mark } from '../tools/draft.ts';

/** All that one frame shows, worked out once a frame for the three layers. */
export type Scene = {
  /** The document as it would be if the gesture ended now, or the operation that is tried out were applied. */
  readonly document: Document;
  readonly view: Viewport;
  readonly image: LoadedImage | undefined;
  /** Visible regions that the gesture does not touch: the mask layer's, which rests while a vertex is dragged. */
  readonly settledRegions: readonly Region[];
  /** Visible regions that the gesture changes or adds: the overlay's. */
  readonly changedRegions: readonly Region[];
  readonly marks: readonly Mark[];
  /** The mask's file where it is shown in place of the layout, or the result that is looked at. */
  readonly maskBitmap: ImageBitmap | null;
  readonly resultBitmap: ImageBitmap | null;
};

/** Bitmaps that were decoded for the stage alone. */
export type StageBitmaps = { readonly mask: ImageBitmap | null; readonly result: ImageBitmap | null };

export function sceneOf(editor: Editor, bitmaps: StageBitmaps, before: Scene | undefined): Scene {
  const session = editor.session.getState();
  const committed = editor.documents.getState().document;
  const shown = session.preview ?? committed;
  const draft = currentDraft(session, shown);
  const document = draft.document ?? shown;
  const shift = draft.origin ?? { x: 0, y: 0 };
  const { zoom } = session.view;
  const { settled, changed } = splitRegions(committed.regions, document.regions);
  return {
    document,
    view: panView(session.view, { x: shift.x * zoom, y: shift.y * zoom }),
    image: document.image ? editor.library.getState().images.get(document.image.id) : undefined,
    settledRegions: sameList(before?.settledRegions, settled),
    changedRegions: changed,
    marks: draft.marks,
    maskBitmap: session.isMaskShown && session.preview === null ? bitmaps.mask : null,
    resultBitmap: session.shownResult ? bitmaps.result : null,
  };
}

function splitRegions(committed: readonly Region[], drafted: readonly Region[]) {
  const visible = drafted.filter((region) => !region.isHidden);
  if (committed === drafted) return { settled: visible, changed: [] };
  const known = new Set(committed);
  return {
    settled: visible.filter((region) => known.has(region)),
    changed: visible.filter((region) => !known.has(region)),
  };
}

/** The earlier list where it holds the same, so that what hangs on its identity stays. */
function sameList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  const isSame = before?.length === after.length && before.every((each, index) => each === after[index]);
  return before && isSame ? before : after;
}
