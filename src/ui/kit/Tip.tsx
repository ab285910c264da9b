import type { ReactNode } from 'react';
import styles from './Tip.module.css';

export type TipSide = 'top' | 'right' | 'bottom' | 'left';

type TipProps = {
  readonly text: string;
  /** As in the list of commands, such as `Mod+Z`. */
  readonly keys?: string | undefined;
  readonly side?: TipSide | undefined;
  /** The one control that the tip explains. */
  readonly children: ReactNode;
};

/** Says on hover and on focus what a control does, with its key. The page's one `TipLayer` shows it. */
export function Tip({ text, keys, side = 'bottom', children }: TipProps) {
  return (
    <span className={styles.marked} data-tip={text} data-tip-keys={keys} data-tip-side={side}>
      {children}
    </span>
  );
}
