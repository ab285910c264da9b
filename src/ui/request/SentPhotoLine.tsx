import { sentImageSize } from '../../model/mask/sentImageSize.ts';
import { useDocument, useEditor, useLoadedImage } from '../../store/useEditor.ts';
import * as texts from '../texts/texts.ts';
import styles from './JsonSection.module.css';

/** What of the photo's file leaves with a request: nothing but what is seen. */
export function SentPhotoLine() {
  const editor = useEditor();
  const image = useDocument((document) => document.image);
  const loaded = useLoadedImage(image?.id);
  if (image === null || loaded === undefined) return null;
  const form = editor.sentForm(loaded.opened);
  return <p className={styles.summary}>{texts.sentPhoto(form, sentImageSize(image), image.copy)}</p>;
}
