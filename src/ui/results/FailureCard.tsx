import { CircleX, RotateCw } from 'lucide-react';
import type { Failure } from '../../store/failure.ts';
import { isUnderWay } from '../../store/generationStore.ts';
import { useGenerations } from '../../store/useEditor.ts';
import { useSend } from '../composer/useSend.ts';
import { Button } from '../controls/Button.tsx';
import styles from './FailureCard.module.css';

/** Why a generation failed, what it means for the credits, and what to do. */
export function FailureCard({ failure }: { failure: Failure }) {
  const send = useSend();
  const isBusy = useGenerations(({ generations }) => generations.some(isUnderWay));
  return (
    <article className={styles.card} aria-label="Failure">
      <h3 className={styles.heading}>
        <CircleX size={16} aria-hidden />
        {failure.message}
        <code className={styles.code}>{failure.code}</code>
      </h3>
      <p>{failure.advice}</p>
      <p className={styles.credits}>{failure.credits}</p>
      {failure.mayRetry && (
        <div className={styles.action}>
          <Button icon={RotateCw} aria-disabled={isBusy} onClick={send}>
            Send again
          </Button>
        </div>
      )}
    </article>
  );
}
