import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './classNames.ts';
import { leaveFocusAfterPointer } from './focus.ts';
import styles from './IconButton.module.css';
import { Tip, type TipSide } from './Tip.tsx';

type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'children' | 'aria-label'> & {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Shown in the tip, not part of the name. */
  readonly keys?: string | undefined;
  /** The tip's text where the label alone does not say enough. */
  readonly tip?: string | undefined;
  readonly tipSide?: TipSide | undefined;
  readonly size?: 'small' | 'normal' | 'large';
  readonly isPressed?: boolean;
};

/** A button that shows only an icon, with its name and key in a tip. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, keys, tip, tipSide, size = 'normal', isPressed, onClick, ...rest } = props;
  return (
    <Tip text={tip ?? label} keys={keys} side={tipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={isPressed}
        className={classNames(styles.button, styles[size])}
        onClick={(event) => {
          onClick?.(event);
          leaveFocusAfterPointer(event);
        }}
      >
        <Icon size={size === 'large' ? 18 : 16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tip>
  );
}
