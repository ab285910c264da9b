import { type ReactNode, Suspense, useCallback, useMemo, useRef } from 'react';
import { closeStageMenu } from '../../store/editor/stageMenu.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { latePart } from '../latePart.tsx';
import styles from './StageMenuArea.module.css';

const StageMenu = latePart(() => import('./StageMenu.tsx').then((file) => file.StageMenu));

/** Around the stage: where the editor has opened it, the menu of what can be done there. */
export function StageMenuArea({ children }: { children: ReactNode }) {
  const editor = useEditor();
  const area = useRef<HTMLDivElement>(null);
  const close = useCallback(() => editor.transact(closeStageMenu), [editor]);
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
          <StageMenu at={at} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
