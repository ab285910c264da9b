import { CircleHelp, CircleX } from 'lucide-react';
import { FailureActions, unknownQuestion } from './FailureActions.tsx';
import styles from './FailureCard.module.css';
import type { FailedGeneration } from './settledGenerations.ts';

/** Why a generation failed, what it means for the credits, and what to do. */
export function FailureCard({ generation }: { generation: FailedGeneration }) {
  const { name, failure } = generation.phase;
  const Icon = name === 'unknown' ? CircleHelp : CircleX;
  return (
    <article className={styles.card} data-phase={name} aria-label="Failure">
      <h3 className={styles.heading}>
        <Icon size={16} aria-hidden />
        {name === 'unknown' ? unknownQuestion : failure.message}
        <code className={styles.code}>{failure.code}</code>
      </h3>
      <div className={styles.text}>
        <p>{failure.advice}</p>
        <p className={styles.credits}>{failure.credits}</p>
      </div>
      <div className={styles.actions}>
        <FailureActions generation={generation} />
      </div>
    </article>
  );
}
