import { lazy, type ReactNode, Suspense, useMemo, useRef } from 'react';
import { closeStageMenu } from '../../store/editor/stageMenu.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import styles from './StageMenuArea.module.css';

const StageMenu = lazy(() => import('./StageMenu.tsx').then((file) => ({ default: file.StageMenu })));

/** Around the stage: where the editor has opened it, the menu of what can be done there. */
export function StageMenuArea({ children }: { children: ReactNode }) {
  const editor = useEditor();
  const area = useRef<HTMLDivElement>(null);
  const inStage = useEditorState((state) => state.stageMenu);
  const at = useMemo(() => {
    const { left, top } = area.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return inStage && { x: left + inStage.x, y: top + inStage.y };
  }, [inStage]);

  return (
    <div ref={area} className={styles.area}>
      {children}
      {at && (
        <Suspense>
          <StageMenu at={at} onClose={() => editor.transact(closeStageMenu)} />
        </Suspense>
      )}
    </div>
  );
}
