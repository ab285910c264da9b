import { compareBy, hideResult } from '../../store/editor/shownResult.ts';
import { useEditor, useEditorState, useGenerations } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import * as lateTexts from '../texts/lateTexts.ts';
import { lossText } from './lossText.ts';

/** Asks before the generation whose result is looked at is deleted. */
export function DeleteDialog() {
  const editor = useEditor();
  const shownId = useEditorState((state) => state.shownResult?.generationId);
  const generation = useGenerations(({ generations }) => generations.find(({ id }) => id === shownId));
  if (generation === undefined) return null;
  const { id } = generation;

  async function remove() {
    editor.transact(hideResult, 'atOnce');
    await editor.generations.deleteGeneration(id);
  }

  return (
    <Dialog
      title={lateTexts.generationCard.deleteShown}
      closeLabel={lateTexts.generationCard.keep}
      onClose={() => editor.transact(compareBy({ isDeleting: false }), 'atOnce')}
      actions={
        <Button look="danger" onClick={() => void remove()}>
          {lateTexts.generationCard.deleteForGood}
        </Button>
      }
    >
      <p>{lossText(generation)}</p>
    </Dialog>
  );
}
