import { CornerLeftUp } from 'lucide-react';
import type { Generation } from '../../../store/generations/generation.ts';
import { useGenerations } from '../../../store/useEditor.ts';
import * as lateTexts from '../../texts/lateTexts.ts';
import styles from './BaseLink.module.css';
import { whenText } from './generationFacts.ts';

type Props = {
  readonly generation: Generation;
  readonly now: number;
  onGoTo(id: string): void;
};

/** Of a generation whose photograph is itself a result: the way back to the step before. */
export function BaseLink({ generation: { base }, now, onGoTo }: Props) {
  const parent = useGenerations(({ generations }) =>
    generations.find((each) => each.id === base?.generationId),
  );
  if (base === undefined) return null;
  if (parent === undefined) return <p className={styles.gone}>{lateTexts.generationCard.madeFromDeleted}</p>;
  return (
    <button type="button" className={styles.link} onClick={() => onGoTo(parent.id)}>
      <CornerLeftUp size={14} aria-hidden />
      {lateTexts.generationCard.madeFrom(base.index + 1, whenText(parent, now))}
    </button>
  );
}
