import { ImageDown } from 'lucide-react';
import { useDocument } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useObjectUrl } from '../kit/useObjectUrl.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './PictureDialog.module.css';

type PictureDialogProps = { readonly file: File; onOpen(): void; onClose(): void };

/** Asks whether a picture that came with text is to be opened. */
export function PictureDialog({ file, onOpen, onClose }: PictureDialogProps) {
  const hasImage = useDocument((document) => document.image !== null);
  const url = useObjectUrl(file);
  return (
    <Dialog
      title={lateTexts.pastedPicture.title}
      closeLabel={lateTexts.pastedPicture.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" icon={ImageDown} onClick={onOpen}>
          {lateTexts.pastedPicture.open}
        </Button>
      }
    >
      <p>{hasImage ? lateTexts.pastedPicture.replaces : lateTexts.pastedPicture.opens}</p>
      <img className={styles.picture} src={url} alt="" />
    </Dialog>
  );
}
