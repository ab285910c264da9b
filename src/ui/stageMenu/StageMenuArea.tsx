import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react';
import type { Point } from '../../model/geometry/point.ts';
import { hasStageMenu } from '../../store/editor/hasStageMenu.ts';
import { useEditor } from '../../store/useEditor.ts';
import styles from './StageMenuArea.module.css';

const StageMenu = lazy(() => import('./StageMenu.tsx').then((file) => ({ default: file.StageMenu })));

/**
 * Around the stage: a right click, a long press or the menu key brings up what can be done there. The stage itself has
 * selected by then what was pointed at.
 */
export function StageMenuArea({ children }: { children: ReactNode }) {
  const editor = useEditor();
  const [at, setAt] = useState<Point | null>(null);

  function open(event: MouseEvent<HTMLElement>) {
    event.preventDefault();
    if (!hasStageMenu(editor)) return;
    setAt({ x: event.clientX, y: event.clientY });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the stage within is what has the focus and the menu key.
    <div className={styles.area} onContextMenu={open}>
      {children}
      {at && (
        <Suspense>
          <StageMenu at={at} onClose={() => setAt(null)} />
        </Suspense>
      )}
    </div>
  );
}
