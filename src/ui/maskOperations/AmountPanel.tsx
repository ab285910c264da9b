import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { type AmountOperationId, type EditorState, triedDocument } from '../../store/editor/editorState.ts';
import { closeMaskPanel, tryOperation } from '../../store/editor/trial.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { fieldIds } from '../fieldIds.ts';
import { Button } from '../kit/Button.tsx';
import { SliderWithNumber } from '../kit/Slider.tsx';
import { usePanelKeys } from '../kit/usePanelKeys.ts';
import * as texts from '../texts/texts.ts';
import styles from './AmountPanel.module.css';
import { amountOperations, outcomeNote } from './amountOperations.ts';

/** Tries an operation out at different amounts; the stage follows, the document does not until it is applied. */
export function AmountPanel({ id }: { id: AmountOperationId }) {
  const editor = useEditor();
  const { amounts, label } = amountOperations[id];
  const [amount, setAmount] = useState(amounts.start);
  const form = useRef<HTMLFormElement>(null);
  const close = useCallback(() => editor.transact(closeMaskPanel), [editor]);
  const noteId = useId();
  const note = useEditorState(trialNote);
  const isChange = useEditorState((state) => triedDocument(state) !== state.document);
  usePanelKeys(form, close);

  useEffect(() => editor.transact(tryOperation(id, amount)), [editor, id, amount]);

  function apply(event: FormEvent) {
    event.preventDefault();
    editor.applyTrial();
  }

  return (
    <form ref={form} className={styles.panel} aria-label={label} onSubmit={apply}>
      <SliderWithNumber
        label={texts.maskOperations.amount}
        mark="px"
        value={amount}
        {...amounts}
        onChange={setAmount}
      />
      <div className={styles.actions}>
        <p id={noteId} className={styles.note} role="status">
          {isChange ? note : texts.maskOperations.noChange}
        </p>
        <Button look="quiet" onClick={close}>
          {texts.maskOperations.cancel}
        </Button>
        <Button
          look="primary"
          type="submit"
          id={fieldIds.maskPanel}
          aria-disabled={!isChange}
          aria-describedby={noteId}
        >
          {texts.maskOperations.apply}
        </Button>
      </div>
    </form>
  );
}

function trialNote({ trial, document }: EditorState): string {
  return trial?.outcome && trial.base === document ? outcomeNote(trial.outcome) : '';
}
