import { duplicateRegions } from '../../model/document/duplicateRegions.ts';
import type { AddedRegions } from '../../model/document/regions.ts';
import { removeRegions } from '../../model/document/regions.ts';
import { areasToRings } from '../../model/mask/areasToRings.ts';
import { regionsOfText, textOfRegions } from '../../model/mask/copiedRegions.ts';
import { pasteRegions } from '../../model/mask/operations/pasteRegions.ts';
import { copyOffset, pasteCopied } from '../../model/mask/pasteCopied.ts';
import { emptySelection } from '../../tools/tool.ts';
import type { Editor } from '../createEditor.ts';

/** The selected regions as text for the clipboard; undefined where none is. */
export function copySelection({ documents, session, tool }: Editor): string | undefined {
  const { document } = documents.getState();
  const { regionIds } = session.getState().selection;
  const selected = document.regions.filter(({ id }) => regionIds.includes(id));
  return selected.length === 0 || tool.isInGesture() ? undefined : textOfRegions(selected, document);
}

/** Like `copySelection`, and removes them. */
export function cutSelection(editor: Editor): string | undefined {
  const text = copySelection(editor);
  if (text === undefined) return undefined;
  const { regionIds } = editor.session.getState().selection;
  editor.commit((document) => removeRegions(document, regionIds));
  editor.session.setState({ selection: emptySelection });
  return text;
}

/** Adds copies of the selected regions, a little off them, and selects these instead. */
export function duplicateSelection(editor: Editor) {
  const { documents, session, tool } = editor;
  tool.inTurn(() => {
    if (tool.isInGesture()) return;
    const { regionIds } = session.getState().selection;
    const applied = duplicateRegions(documents.getState().document, regionIds, copyOffset);
    if (applied.regionIds.length > 0) addAndSelect(editor, applied);
  });
}

/**
 * Adds the regions of a clipboard's text, or of areas as a request has them, and selects them. JSON of another kind is
 * refused with a notice; false where the text is none, and so is for somebody else.
 */
export function pasteText(editor: Editor, text: string): boolean {
  const isInGesture = editor.tool.isInGesture() && !editor.tool.isWorking();
  if (!/^\s*[[{]/.test(text) || isInGesture) return false;
  editor.tool.inTurn(() => pasteJson(editor, text));
  return true;
}

function pasteJson(editor: Editor, text: string) {
  const { document } = editor.documents.getState();
  const copied = regionsOfText(text);
  if (copied === undefined || document.image === null) pasteAreas(editor, text);
  else addAndSelect(editor, pasteCopied(document, copied));
}

function pasteAreas(editor: Editor, text: string) {
  const { document } = editor.documents.getState();
  const read = areasToRings(text, document, editor.settings.getState().maskFrame);
  if (read.kind === 'read') addAndSelect(editor, pasteRegions(document, read.ringsOfEach));
  else editor.session.setState({ notice: { tone: 'problem', message: read.sentence } });
}

function addAndSelect(editor: Editor, { document, regionIds }: AddedRegions) {
  editor.tool.pick('select');
  editor.commit(() => document);
  editor.session.setState({ selection: { regionIds, vertices: [] } });
}
