import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames.ts';
import { leaveFocusAfterPointer } from './focus.ts';

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  /** `primary` is for the one thing to do next; `quiet` has no box until it is pointed at. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'large';
  readonly icon?: LucideIcon;
  /** For a button that stays on or off. */
  readonly isPressed?: boolean;
  readonly isWide?: boolean;
};

/** A button with text. `aria-disabled` looks disabled, but keeps the focus and can say why. */
export function Button(props: ButtonProps) {
  const {
    look = 'plain',
    size = 'normal',
    icon: Icon,
    isPressed,
    isWide,
    children,
    onClick,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={isPressed}
      className={classNames(styles.button, styles[look], styles[size], isWide && styles.wide)}
      onClick={(event) => {
        onClick?.(event);
        leaveFocusAfterPointer(event);
      }}
    >
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {typeof children === 'string' ? <span>{children}</span> : children}
    </button>
  );
}
