import { FolderOpen } from 'lucide-react';
import { type Generation, isCompleted, isUnderWay } from '../../../store/generations/generation.ts';
import { useEditor } from '../../../store/useEditor.ts';
import { Button } from '../../kit/Button.tsx';
import * as lateTexts from '../../texts/lateTexts.ts';
import { DeleteControl } from './DeleteControl.tsx';
import styles from './GenerationActions.module.css';
import { ZipButton } from './ZipButton.tsx';

type Props = {
  readonly generation: Generation;
  /** When it was sent, for the buttons' names. */
  readonly when: string;
  onDeleted(): void;
};

/** What can be done with all of a generation. */
export function GenerationActions({ generation, when, onDeleted }: Props) {
  const editor = useEditor();
  const { id, phase } = generation;
  const mayDelete =
    !isUnderWay(generation) || (phase.name === 'queued' && editor.generations.isWorkedOnHere(id));
  return (
    <footer className={styles.actions}>
      <Button icon={FolderOpen} onClick={() => void editor.generations.reopenGeneration(id)}>
        {lateTexts.generationCard.reopen}
      </Button>
      {isCompleted(generation) && phase.name === 'completed' && phase.results.length > 0 && (
        <ZipButton
          label={lateTexts.generationCard.downloadAll(when)}
          tip={lateTexts.generationCard.downloadAllTip}
          fileName="generation.zip"
          generations={[generation]}
        />
      )}
      {mayDelete && <DeleteControl generation={generation} onDeleted={onDeleted} />}
    </footer>
  );
}
