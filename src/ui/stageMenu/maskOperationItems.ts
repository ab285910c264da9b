import type { Editor } from '../../store/createEditor.ts';
import { whenFree } from '../../store/editor/regionChanges.ts';
import { openOperation } from '../../store/editor/trial.ts';
import type { MenuItem } from '../kit/Menu.tsx';
import { amountOperations } from '../maskOperations/amountOperations.ts';
import { type MaskOperation, maskOperations } from '../maskOperations/maskOperations.ts';
import type { MaskSituation } from '../maskOperations/maskSituation.ts';
import * as lateTexts from '../texts/lateTexts.ts';

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

/** Those that are tried out in a panel first. */
export function amountItems(editor: Editor, situation: MaskSituation): MenuItem[] {
  return amountIds
    .filter((id) => isPossible(amountOperations[id], situation))
    .map((id) => panelItem(editor, id));
}

/** Those that are done at once. */
export function operationItems(editor: Editor, situation: MaskSituation): MenuItem[] {
  return operations
    .filter((operation) => isPossible(operation, situation))
    .map((operation) => operationItem(editor, operation));
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
