import type { Document } from '../../model/document/document.ts';
import { applyOperation } from '../../model/mask/operations/applyOperation.ts';
import { operandIds } from '../../model/mask/operations/operands.ts';
import type { Editor } from '../../store/createEditor.ts';
import type { MaskPanel, SessionState } from '../../store/editor/sessionStore.ts';
import { remainingSelection } from '../../tools/remainingSelection.ts';
import { tell } from '../notice/tell.ts';
import type { MaskOperation } from './maskOperations.ts';

const finishFirst = 'Finish the shape first: Enter closes it, Escape gives it up.';

/**
 * Commits what `change` makes of the selected regions (with none selected, of all visible ones) as one undo step.
 * In the middle of a gesture it only says so, since the shape would lose the ground it stands on.
 */
export function changeMask(editor: Editor, change: (document: Document, ids: readonly string[]) => Document) {
  whenFree(editor, () => {
    const { documents, session } = editor;
    const { selection } = session.getState();
    editor.commit((document) => change(document, operandIds(document, selection.regionIds)));
    session.setState({ selection: remainingSelection(selection, documents.getState().document) });
  });
}

/** As `changeMask`. Where nothing would be left of the regions, it may be that it only says so. */
export function runOperation(editor: Editor, { id, lossText }: MaskOperation) {
  changeMask(editor, (document, ids) => {
    const { document: after, isAllLost } = applyOperation(id, document, ids);
    if (lossText === undefined || !isAllLost) return after;
    tell(editor, `Nothing was changed: ${lossText}.`);
    return document;
  });
}

export function openMaskPanel(editor: Editor, maskPanel: MaskPanel) {
  whenFree(editor, () => editor.session.setState({ maskPanel, shownResult: null }));
}

/** Selects every visible region, ready to be moved or deleted. */
export function selectAllRegions(editor: Editor) {
  whenFree(editor, () => {
    editor.tool.pick('select');
    selectOnly(editor, operandIds(editor.documents.getState().document, []));
  });
}

/** Selects the regions that `before` does not have, if there are any. */
export function selectAdded(editor: Editor, before: Document) {
  const added = editor.documents
    .getState()
    .document.regions.filter(({ id }) => !before.regions.some((region) => region.id === id));
  if (added.length > 0)
    selectOnly(
      editor,
      added.map(({ id }) => id),
    );
}

export function selectOnly({ session }: Editor, regionIds: readonly string[]) {
  session.setState({ selection: { regionIds, vertices: [] } } satisfies Partial<SessionState>);
}

function whenFree(editor: Editor, act: () => void) {
  editor.tool.inTurn(() => {
    if (editor.tool.isInGesture()) tell(editor, finishFirst);
    else act();
  });
}
