import type { Editor } from '../../store/createEditor.ts';
import { duplicateSelection } from '../../store/editor/clipboard.ts';
import { deleteSelected, hideSelected, selectAllRegions } from '../../store/editor/regionChanges.ts';
import type { Selection } from '../../tools/selection.ts';
import { commands } from '../keyboard/commands.ts';
import type { MenuItem } from '../kit/Menu.tsx';
import type { MaskSituation } from '../maskOperations/maskSituation.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { copyMask, cutMask, pasteMask } from './clipboardActions.ts';
import { amountItems, operationItems } from './maskOperationItems.ts';

/** The menu's groups, without what is impossible; no group is empty. */
export function stageMenuItems(
  editor: Editor,
  situation: MaskSituation,
  selection: Selection,
): readonly (readonly MenuItem[])[] {
  return [
    clipboardItems(editor, selection),
    selection.regionIds.length > 0 ? selectionItems(editor, selection) : [],
    amountItems(editor, situation),
    operationItems(editor, situation),
    situation.visible.length > 0
      ? [
          {
            label: lateTexts.stageMenu.selectAll,
            keys: commands.selectAll.keys[0],
            run: () => editor.transact(selectAllRegions),
          },
        ]
      : [],
  ].filter((group) => group.length > 0);
}

function clipboardItems(editor: Editor, { regionIds }: Selection): MenuItem[] {
  const paste = { label: lateTexts.stageMenu.paste, keys: 'Mod+V', run: () => void pasteMask(editor) };
  if (regionIds.length === 0) return [paste];
  return [
    { label: lateTexts.stageMenu.cut, keys: 'Mod+X', run: () => void cutMask(editor) },
    { label: lateTexts.stageMenu.copy, keys: 'Mod+C', run: () => void copyMask(editor) },
    paste,
    {
      label: lateTexts.stageMenu.duplicate,
      keys: commands.duplicate.keys[0],
      run: () => editor.transact(duplicateSelection),
    },
  ];
}

function selectionItems(editor: Editor, selection: Selection): MenuItem[] {
  const { vertices } = selection;
  return [
    { label: lateTexts.stageMenu.hide, run: () => editor.transact(hideSelected) },
    {
      label: vertices.length > 0 ? lateTexts.stageMenu.deleteVertices : lateTexts.stageMenu.delete,
      keys: commands.delete.keys[0],
      run: () => editor.transact(deleteSelected),
    },
  ];
}
