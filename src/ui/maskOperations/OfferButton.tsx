import type { LucideIcon } from 'lucide-react';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Tip } from '../kit/Tip.tsx';
import * as lateTexts from '../texts/lateTexts.ts';

type OfferButtonProps = {
  readonly label: string;
  readonly tip: string;
  /** Shown in place of the label. */
  readonly icon?: LucideIcon;
  /** Why it cannot be done now; null where it can. */
  readonly obstacle: string | null;
  readonly isPressed?: boolean;
  onClick(): void;
};

/** Offers something, and where that is impossible says why. */
export function OfferButton({ label, tip, icon, obstacle, isPressed, onClick }: OfferButtonProps) {
  const state = {
    'aria-disabled': obstacle !== null,
    onClick: () => obstacle === null && onClick(),
    ...(isPressed === undefined ? {} : { isPressed }),
  };
  if (icon)
    return (
      <IconButton
        icon={icon}
        label={label}
        tip={lateTexts.maskOperations.labelled(label, obstacle ?? tip)}
        tipSide="top"
        {...state}
      />
    );
  return (
    <Tip text={obstacle ?? tip} side="top">
      <Button {...state}>{label}</Button>
    </Tip>
  );
}
