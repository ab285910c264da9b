import { RotateCw } from 'lucide-react';
import { useEditor } from '../../store/useEditor.ts';
import { useNow } from '../composer/useNow.ts';
import { Button } from '../controls/Button.tsx';
import styles from './MissingResult.module.css';
import type { CompletedGeneration } from './settledGenerations.ts';
import { timeLeftText } from './timeLeftText.ts';

type Props = {
  readonly generation: CompletedGeneration;
  readonly index: number;
  readonly message: string;
};

/** Says why it is not here, and how much time there is to fetch it. */
export function MissingResult({ generation, index, message }: Props) {
  const editor = useEditor();
  const now = useNow();
  return (
    <div className={styles.missing}>
      <p className={styles.title}>Result {index + 1} could not be fetched</p>
      <p className={styles.message}>
        {message} {timeLeftText(generation, now)}
      </p>
      <Button icon={RotateCw} onClick={() => void editor.fetchResult(generation.id, index)}>
        Try again
      </Button>
    </div>
  );
}
