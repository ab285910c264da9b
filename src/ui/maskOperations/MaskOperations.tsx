import { type LucideIcon, SquareSquare } from 'lucide-react';
import type { AmountOperationId } from '../../model/mask/operations/operationAmounts.ts';
import { selectAllRegions, whenFree } from '../../store/editor/regionChanges.ts';
import { closeMaskPanel, openMaskPanel, openOperation } from '../../store/editor/trial.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { OperationPanel } from '../lazyParts.tsx';
import * as lateTexts from '../texts/lateTexts.ts';
import { amountOperations } from './amountOperations.ts';
import styles from './MaskOperations.module.css';
import { type MaskOperation, maskOperations } from './maskOperations.ts';
import { hasImage, hasVisible, type MaskSituation, useMaskSituation } from './maskSituation.ts';
import { OfferButton } from './OfferButton.tsx';

const { clear, ...others } = maskOperations;
const shapeOperations: Readonly<Record<string, MaskOperation>> = others;

/** What can be done to what is selected of the mask, or with nothing selected to all of it. */
export function MaskOperations() {
  const editor = useEditor();
  const situation = useMaskSituation();
  return (
    <fieldset className={styles.operations} aria-label={lateTexts.maskOperations.title}>
      <p className={styles.subjects}>{subjectsText(situation)}</p>
      <div className={styles.shapes}>
        {Object.values(shapeOperations).map((each) => (
          <OfferButton
            key={each.label}
            {...each}
            obstacle={each.requires(situation)}
            onClick={() => editor.applyOperation(each.id, each.loss)}
          />
        ))}
        <AmountButton id="border" icon={SquareSquare} situation={situation} />
      </div>
      <div className={styles.amounts}>
        <AmountButton id="grow" situation={situation} />
        <AmountButton id="shrink" situation={situation} />
        <AmountButton id="smooth" situation={situation} />
        <AmountButton id="simplify" situation={situation} />
      </div>
      <OperationPanel />
      <div className={styles.pairs}>
        <OfferButton
          {...lateTexts.maskOperations.selectAll}
          obstacle={hasVisible(situation)}
          onClick={() => editor.transact(selectAllRegions)}
        />
        <OfferButton
          label={clear.label}
          tip={clear.tip}
          obstacle={clear.requires(situation)}
          onClick={() => editor.applyOperation(clear.id)}
        />
        <OfferButton
          {...lateTexts.maskOperations.importMask}
          obstacle={hasImage(situation)}
          onClick={() => editor.transact(whenFree(openMaskPanel('import')))}
        />
        <OfferButton
          {...lateTexts.maskOperations.exportMask}
          obstacle={hasVisible(situation)}
          onClick={() => editor.transact(whenFree(openMaskPanel('export')))}
        />
      </div>
    </fieldset>
  );
}

function subjectsText({ visible, subjects }: MaskSituation): string {
  if (visible.length === 0) return lateTexts.maskOperations.onMask;
  if (subjects.length === visible.length) return lateTexts.maskOperations.onAll;
  return lateTexts.maskOperations.onSome(subjects.length, visible.length);
}

type AmountButtonProps = {
  readonly id: AmountOperationId;
  readonly situation: MaskSituation;
  readonly icon?: LucideIcon;
};

/** Opens the panel in which an operation's amount is tried out, or closes it again. */
function AmountButton({ id, situation, icon }: AmountButtonProps) {
  const editor = useEditor();
  const isOpen = useEditorState((state) => state.maskPanel === id);
  const { amounts, label, tip, requires } = amountOperations[id];
  return (
    <OfferButton
      label={label}
      tip={tip}
      {...(icon && { icon })}
      obstacle={requires(situation)}
      isPressed={isOpen}
      onClick={() =>
        isOpen ? editor.transact(closeMaskPanel) : editor.transact(whenFree(openOperation(id, amounts.start)))
      }
    />
  );
}
