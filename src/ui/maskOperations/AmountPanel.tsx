import { type FormEvent, useCallback, useDeferredValue, useId, useRef, useState } from 'react';
import { useEditor } from '../../store/useEditor.ts';
import { fieldIds } from '../fieldIds.ts';
import { Button } from '../kit/Button.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { Slider } from '../kit/Slider.tsx';
import styles from './AmountPanel.module.css';
import type { AmountOperation } from './amountOperations.ts';
import { changeMask, selectAdded } from './maskActions.ts';
import { usePanelKeys } from './usePanelKeys.ts';
import { usePreview } from './usePreview.ts';

/** Tries an operation out at different amounts; the stage follows, the document does not until it is applied. */
export function AmountPanel({ operation }: { operation: AmountOperation }) {
  const editor = useEditor();
  const { amounts, label } = operation;
  const [amount, setAmount] = useState(amounts.start);
  const form = useRef<HTMLFormElement>(null);
  const close = useCallback(() => editor.session.setState({ maskPanel: null }), [editor]);
  const noteId = useId();
  const { note, isChange } = usePreview(operation, useDeferredValue(amount), close);
  usePanelKeys(form, close);

  function apply(event: FormEvent) {
    event.preventDefault();
    const before = editor.documents.getState().document;
    changeMask(editor, (document, ids) => operation.apply(document, ids, amount).document);
    if (editor.documents.getState().document === before) return;
    close();
    selectAdded(editor, before);
  }

  return (
    <form ref={form} className={styles.panel} aria-label={label} onSubmit={apply}>
      <div className={styles.amount}>
        <span aria-hidden>Amount</span>
        <Slider label="Amount" value={amount} {...amounts} onChange={setAmount} />
        <NumberField label="Amount" mark="px" value={amount} {...amounts} onCommit={setAmount} />
      </div>
      <div className={styles.actions}>
        <p id={noteId} className={styles.note} role="status">
          {isChange ? note : 'Nothing would change at this amount.'}
        </p>
        <Button look="quiet" onClick={close}>
          Cancel
        </Button>
        <Button
          look="primary"
          type="submit"
          id={fieldIds.maskPanel}
          aria-disabled={!isChange}
          aria-describedby={noteId}
        >
          Apply
        </Button>
      </div>
    </form>
  );
}
