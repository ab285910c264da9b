import { useDocument } from '../../store/useEditor.ts';
import styles from './DocumentTitle.module.css';

/** The photograph's name and its own size. */
export function DocumentTitle() {
  const image = useDocument((document) => document.image);
  return (
    <p className={styles.title}>
      {image && (
        <>
          <span className={styles.name} title={image.name}>
            {image.name}
          </span>
          <span className={styles.size}>
            {image.width} × {image.height} px
          </span>
        </>
      )}
    </p>
  );
}
