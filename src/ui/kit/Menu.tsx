import { Fragment, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Point } from '../../model/geometry/point.ts';
import { clamp } from '../../model/geometry/scalar.ts';
import { moveFocusWithArrows } from './focus.ts';
import { Keys } from './Keys.tsx';
import styles from './Menu.module.css';
import { useModal } from './useModal.ts';

export type MenuItem = {
  readonly label: string;
  /** As in the list of commands. */
  readonly keys?: string;
  run(): void;
};

type MenuProps = {
  readonly label: string;
  /** Lines part the groups. */
  readonly groups: readonly (readonly MenuItem[])[];
  /** CSS px of the window. */
  readonly at: Point;
  onClose(): void;
};

/** CSS px between the menu and the window's edges. */
const gap = 6;

/**
 * A menu at a point: arrows go round, Enter chooses, Escape or a press beside it closes. It is a modal dialog, so that
 * this press does nothing else, and the focus goes back to where it was.
 */
export function Menu({ label, groups, at, onClose }: MenuProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  /** The finger that brought the menu up is over it when it is lifted, and chooses and closes nothing by that. */
  const isPressed = useRef(false);
  useModal(dialog);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${clamp(at.x, gap, window.innerWidth - width - gap)}px`;
    element.style.top = `${clamp(at.y, gap, window.innerHeight - height - gap)}px`;
    element.querySelector('button')?.focus();
  }, [at]);

  function choose(item: MenuItem) {
    dialog.current?.close();
    item.run();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    event.stopPropagation();
    if (event.key === 'Tab') dialog.current?.close();
    moveFocusWithArrows(event);
  }

  return (
    <dialog
      ref={dialog}
      className={styles.layer}
      aria-label={label}
      onClose={onClose}
      onPointerDown={() => {
        isPressed.current = true;
      }}
      onClickCapture={(event) => {
        const isLifting = event.detail > 0 && !isPressed.current;
        if (isLifting) event.stopPropagation();
      }}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (event.target === event.currentTarget && isPressed.current) event.currentTarget.close();
      }}
      onKeyDown={onKeyDown}
    >
      <div className={styles.menu} role="menu" aria-label={label}>
        {groups.map((group, index) => (
          <Fragment key={group[0]?.label}>
            {index > 0 && <hr className={styles.line} />}
            {group.map((item) => (
              <button
                key={item.label}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={styles.item}
                onPointerMove={(event) => event.currentTarget.focus()}
                onClick={() => choose(item)}
              >
                <span>{item.label}</span>
                {item.keys !== undefined && <Keys className={styles.keys} keys={item.keys} />}
              </button>
            ))}
          </Fragment>
        ))}
      </div>
    </dialog>
  );
}
