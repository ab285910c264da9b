import { useDocument, useSession } from '../store/useEditor.ts';
import styles from './StatusLine.module.css';

/** The pixel of the canvas under the pointer; without a pointer the canvas's size. */
export function PointerPosition() {
  const x = useSession(({ pointer }) => pointer && Math.floor(pointer.point.x));
  const y = useSession(({ pointer }) => pointer && Math.floor(pointer.point.y));
  const { width, height } = useDocument((document) => document.canvas);
  return (
    <p className={styles.position}>
      {x === null || y === null ? `${width} × ${height} px` : `x ${x}  y ${y}`}
    </p>
  );
}
