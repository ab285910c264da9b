import { type ReactNode, useId, useRef } from 'react';
import { Button } from '../controls/Button.tsx';
import styles from './Dialog.module.css';
import { useModal } from './useModal.ts';

type DialogProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** What stands in the footer beside the button that closes. */
  readonly actions?: ReactNode;
  readonly closeLabel?: string;
  onClose(): void;
};

/** A modal dialog. What is typed and pasted in it stays in it; Escape closes it, and the focus goes back. */
export function Dialog({ title, children, actions, closeLabel = 'Close', onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useModal(dialog);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {children}
      <footer className={styles.footer}>
        <Button look={actions ? 'quiet' : 'plain'} onClick={() => dialog.current?.close()}>
          {closeLabel}
        </Button>
        {actions}
      </footer>
    </dialog>
  );
}
