import type { LucideIcon } from 'lucide-react';
import { useEditor, useSession } from '../../store/useEditor.ts';
import { type AmountOperationId, amountOperations } from './amountOperations.ts';
import { openMaskPanel } from './maskActions.ts';
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
  const isOpen = useSession((session) => session.maskPanel === id);
  const { label, tip, requires } = amountOperations[id];
  return (
    <OfferButton
      label={label}
      tip={tip}
      {...(icon && { icon })}
      obstacle={requires(situation)}
      isPressed={isOpen}
      onClick={() => (isOpen ? editor.session.setState({ maskPanel: null }) : openMaskPanel(editor, id))}
    />
  );
}
