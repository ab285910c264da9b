import { type DragEvent, type ReactNode, useId, useRef } from 'react';
import * as texts from '../texts/texts.ts';
import { Button } from './Button.tsx';
import { classNames } from './classNames.ts';
import styles from './Dialog.module.css';
import { useModal } from './useModal.ts';

type DialogProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** What stands in the footer beside the button that closes. */
  readonly actions?: ReactNode;
  readonly closeLabel?: string;
  /** Stands at the side and lets the stage be seen, which shows what is tried out. */
  readonly isBesideStage?: boolean;
  /** Takes a file that is dropped anywhere while it is open; without it none is taken. */
  onFile?(file: File): void;
  onClose(): void;
};

/** A modal dialog. What is typed, pasted and dropped stays in it; Escape closes it, and the focus goes back. */
export function Dialog(props: DialogProps) {
  const {
    title,
    children,
    actions,
    closeLabel = texts.kit.close,
    isBesideStage = false,
    onFile,
    onClose,
  } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useModal(dialog);

  return (
    <dialog
      ref={dialog}
      className={classNames(styles.dialog, isBesideStage && styles.beside)}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      {...takeFiles(onFile)}
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

/** The page behind would open what is dropped as a photograph. Text may be dropped into fields as ever. */
function takeFiles(onFile: DialogProps['onFile']) {
  const hold = (event: DragEvent) => {
    event.stopPropagation();
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  };
  return {
    onDragEnter: hold,
    onDragOver: hold,
    onDrop(event: DragEvent) {
      hold(event);
      const [file] = event.dataTransfer.files;
      if (file) onFile?.(file);
    },
  };
}
