import { RotateCw } from 'lucide-react';
import { limits } from '../../contract/limits.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../controls/Button.tsx';
import styles from './MissingResult.module.css';

type Props = { readonly generationId: string; readonly index: number; readonly message: string };

export function MissingResult({ generationId, index, message }: Props) {
  const editor = useEditor();
  return (
    <div className={styles.missing}>
      <p className={styles.title}>Result {index + 1} could not be fetched</p>
      <p className={styles.message}>
        {message} The service keeps it for {limits.resultLifetimeHours} hours.
      </p>
      <Button icon={RotateCw} onClick={() => void editor.fetchResult(generationId, index)}>
        Try again
      </Button>
    </div>
  );
}
