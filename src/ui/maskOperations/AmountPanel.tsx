import { type FormEvent, useCallback, useId, useRef } from 'react';
import type { AmountOperationId } from '../../model/mask/operations/operationAmounts.ts';
import { type EditorState, triedDocument } from '../../store/editor/editorState.ts';
import { closeMaskPanel, tryOperation } from '../../store/editor/trial.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { SliderWithNumber } from '../kit/Slider.tsx';
import { usePanelKeys } from '../kit/usePanelKeys.ts';
import { fieldIds } from '../pageFields.ts';
import { amountPanel as texts } from '../texts/lateTexts.ts';
import styles from './AmountPanel.module.css';
import { amountOperations } from './amountOperations.ts';

/** Tries an operation out at different amounts; the stage follows, the document does not until it is applied. */
export function AmountPanel({ id }: { id: AmountOperationId }) {
  const editor = useEditor();
  const { amounts, label } = amountOperations[id];
  const amount = useEditorState(({ trial }) =>
    trial?.source.kind === 'operation' ? trial.source.amount : amounts.start,
  );
  const setAmount = (next: number) => editor.transact(tryOperation(id, next));
  const form = useRef<HTMLFormElement>(null);
  const close = useCallback(() => editor.transact(closeMaskPanel), [editor]);
  const noteId = useId();
  const isChange = useEditorState((state) => triedDocument(state) !== state.document);
  const note = useEditorState(trialNote);
  usePanelKeys(form, close);

  function apply(event: FormEvent) {
    event.preventDefault();
    editor.applyTrial();
  }

  return (
    <form ref={form} className={styles.panel} aria-label={label} onSubmit={apply}>
      <SliderWithNumber label={texts.amount} mark="px" value={amount} {...amounts} onChange={setAmount} />
      <div className={styles.actions}>
        <p id={noteId} className={styles.note} role="status">
          {note}
        </p>
        <Button look="quiet" onClick={close}>
          {texts.cancel}
        </Button>
        <Button
          look="primary"
          type="submit"
          id={fieldIds.maskPanel}
          aria-disabled={!isChange}
          aria-describedby={noteId}
        >
          {texts.apply}
        </Button>
      </div>
    </form>
  );
}

/** Nothing while it is still worked out. */
function trialNote({ trial, document }: EditorState): string {
  if (!trial?.outcome || trial.base !== document) return '';
  return trial.outcome.document === document ? texts.noChange : texts.outcome(trial.outcome);
}
