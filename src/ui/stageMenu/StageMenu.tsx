import type { Point } from '../../model/geometry/point.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { Menu } from '../kit/Menu.tsx';
import { useMaskSituation } from '../maskOperations/maskSituation.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { stageMenuItems } from './stageMenuItems.ts';

/** What can be done to the mask as it is; nothing that cannot. */
export function StageMenu({ at, onClose }: { at: Point; onClose(): void }) {
  const editor = useEditor();
  const situation = useMaskSituation();
  const selection = useEditorState((state) => state.selection);
  return (
    <Menu
      label={lateTexts.stageMenu.title}
      at={at}
      groups={stageMenuItems(editor, situation, selection)}
      onClose={onClose}
    />
  );
}
