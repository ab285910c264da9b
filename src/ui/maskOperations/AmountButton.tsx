import type { LucideIcon } from 'lucide-react';
import type { AmountOperationId } from '../../store/editor/editorState.ts';
import { whenFree } from '../../store/editor/regionChanges.ts';
import { closeMaskPanel, openOperation } from '../../store/editor/trial.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { amountOperations } from './amountOperations.ts';
import { OfferButton } from './OfferButton.tsx';
import type { MaskSituation } from './requirements.ts';

type AmountButtonProps = {
  readonly id: AmountOperationId;
  readonly situation: MaskSituation;
  readonly icon?: LucideIcon;
};

/** Opens the panel in which an operation's amount is tried out, or closes it again. */
export function AmountButton({ id, situation, icon }: AmountButtonProps) {
  const editor = useEditor();
  const isOpen = useEditorState((state) => state.maskPanel === id);
  const { amounts, label, tip, requires } = amountOperations[id];
  return (
    <OfferButton
      label={label}
      tip={tip}
      {...(icon && { icon })}
      obstacle={requires(situation)}
      isPressed={isOpen}
      onClick={() =>
        isOpen ? editor.transact(closeMaskPanel) : editor.transact(whenFree(openOperation(id, amounts.start)))
      }
    />
  );
}
