import { useEffect, useState } from 'react';
import type { SentForm } from '../../model/files/sentForm.ts';
import { sentImageSize } from '../../model/mask/sentImageSize.ts';
import { useDocument, useEditor, useLoadedImage } from '../../store/useEditor.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './JsonSection.module.css';

type Read = { readonly id: string; readonly form: SentForm; readonly isAltered: boolean };

/** What of the photo's file leaves with a request: nothing but what is seen. */
export function SentPhotoLine() {
  const image = useDocument((document) => document.image);
  const read = useSentForm(image?.id);
  if (image === null || read?.id !== image.id) return null;
  const told = lateTexts.sentPhoto(read.form, sentImageSize(image), image.copy);
  const isFromCanvas = read.form.kind === 'encoded' || image.copy !== undefined;
  return (
    <>
      <p className={styles.summary}>{told}</p>
      {read.isAltered && isFromCanvas && <p className={styles.summary}>{lateTexts.alteredPhoto}</p>}
    </>
  );
}

/** Undefined until that photo's file has been read. */
function useSentForm(id: string | undefined): Read | undefined {
  const editor = useEditor();
  const opened = useLoadedImage(id)?.opened;
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    if (id === undefined || opened === undefined) return;
    // Where the code for it cannot be loaded, nothing is said; nor can anything be sent.
    editor.readSentForm(opened).then(
      ({ form, isAltered }) => setRead({ id, form, isAltered }),
      () => undefined,
    );
  }, [editor, id, opened]);
  return read;
}
