import { Tooltip } from 'radix-ui';
import type { ReactElement } from 'react';
import { showKeys } from '../keyboard/showKeys.ts';
import styles from './Tip.module.css';

export type TipSide = 'top' | 'right' | 'bottom' | 'left';

type TipProps = {
  readonly text: string;
  /** As in the list of commands, such as `Mod+Z`. */
  readonly keys?: string | undefined;
  readonly side?: TipSide | undefined;
  /** The control that the tip explains; one element that takes a ref. */
  readonly children: ReactElement;
};

/** Says on hover and focus what a control does, with its key. */
export function Tip({ text, keys, side = 'bottom', children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles.tip} side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {keys !== undefined && <kbd className={styles.keys}>{showKeys(keys)}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
