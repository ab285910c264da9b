import type { Editor } from '../../store/createEditor.ts';
import { duplicateSelection } from '../../store/editor/clipboard.ts';
import {
  deleteSelected,
  hideSelected,
  selectAllRegions,
  whenFree,
} from '../../store/editor/regionChanges.ts';
import { openOperation } from '../../store/editor/trial.ts';
import type { Selection } from '../../tools/selection.ts';
import { commands } from '../keyboard/commands.ts';
import type { MenuItem } from '../kit/Menu.tsx';
import { amountOperations } from '../maskOperations/amountOperations.ts';
import { type MaskOperation, maskOperations } from '../maskOperations/maskOperations.ts';
import type { MaskSituation } from '../maskOperations/maskSituation.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { copyMask, cutMask, pasteMask } from './clipboardActions.ts';

/** The menu's groups, without what is impossible; no group is empty. */
export function stageMenuItems(
  editor: Editor,
  situation: MaskSituation,
  selection: Selection,
): readonly (readonly MenuItem[])[] {
  return [
    clipboardItems(editor, selection),
    selection.regionIds.length > 0 ? selectionItems(editor, selection) : [],
    amountIds.filter((id) => isPossible(amountOperations[id], situation)).map((id) => panelItem(editor, id)),
    operations
      .filter((operation) => isPossible(operation, situation))
      .map((operation) => operationItem(editor, operation)),
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

const amountIds = [
  'grow',
  'shrink',
  'smooth',
  'simplify',
] as const satisfies readonly (keyof typeof amountOperations)[];
const operations: readonly MaskOperation[] = [
  maskOperations.unite,
  maskOperations.subtract,
  maskOperations.intersect,
  maskOperations.fillHoles,
  maskOperations.split,
  maskOperations.invert,
];

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

function panelItem(editor: Editor, id: keyof typeof amountOperations): MenuItem {
  return {
    label: lateTexts.stageMenu.opens(amountOperations[id].label),
    run: () => editor.transact(whenFree(openOperation(id, amountOperations[id].amounts.start))),
  };
}

function operationItem(editor: Editor, operation: MaskOperation): MenuItem {
  return {
    label: operation.label,
    run: () => editor.applyOperation(operation.id, operation.loss),
  };
}

function isPossible({ requires }: Pick<MaskOperation, 'requires'>, situation: MaskSituation): boolean {
  return requires(situation) === null;
}
