import type { Generation } from '../../store/generations/generation.ts';
import { useNow } from '../kit/useNow.ts';
import * as texts from '../texts/texts.ts';
import { GenerationBar } from './GenerationBar.tsx';
import styles from './GenerationProgress.module.css';
import { progressText } from './progressText.ts';

type Props = {
  readonly generation: Generation;
  /** How many are under way beside it. */
  readonly others: number;
};

/** How far the generation that was sent first has come. */
export function GenerationProgress({ generation, others }: Props) {
  const text = progressText(generation, useNow());
  return (
    <div className={styles.progress}>
      <GenerationBar generation={generation} label={texts.generate.progress} text={text} />
      <p className={styles.text}>
        <span>{text}</span>
        {others > 0 && <span>{texts.generate.others(others)}</span>}
      </p>
    </div>
  );
}
