import { CircleHelp, CircleX } from 'lucide-react';
import * as texts from '../../texts/texts.ts';
import { FailureActions } from './FailureActions.tsx';
import styles from './FailureCard.module.css';
import type { FailedGeneration } from './settledGenerations.ts';

/** Why a generation failed, what it means for the credits, and what to do. */
export function FailureCard({ generation }: { generation: FailedGeneration }) {
  const { name, failure } = generation.phase;
  const { message, credits, advice } = texts.failureTexts(generation);
  const Icon = name === 'unknown' ? CircleHelp : CircleX;
  return (
    <article className={styles.card} data-phase={name} aria-label={texts.failureActions.failure}>
      <h3 className={styles.heading}>
        <Icon size={16} aria-hidden />
        {name === 'unknown' ? texts.failureActions.unknown : message}
        <code className={styles.code}>{failure.code}</code>
      </h3>
      <div className={styles.text}>
        <p>{advice}</p>
        <p className={styles.credits}>{credits}</p>
      </div>
      <div className={styles.actions}>
        <FailureActions generation={generation} />
      </div>
    </article>
  );
}
