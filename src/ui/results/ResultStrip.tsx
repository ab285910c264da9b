import { ChevronDown, ChevronUp, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useEditor, useGenerations, useSession } from '../../store/useEditor.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { FailureCard } from './FailureCard.tsx';
import { ResultList } from './ResultList.tsx';
import styles from './ResultStrip.module.css';
import { returnedText, timeText } from './resultTexts.ts';
import {
  type CompletedGeneration,
  type FailedGeneration,
  isCompleted,
  isFailed,
  latestSettled,
} from './settledGenerations.ts';

/** What came of pressing Generate, newest first. Takes no room before the first has come to its end. */
export function ResultStrip() {
  const editor = useEditor();
  const generations = useGenerations((state) => state.generations);
  const shown = useSession((session) => session.shownResult);
  const [isOpen, setIsOpen] = useState(true);
  const latest = latestSettled(generations);
  if (!latest) return null;
  const completed = generations.filter(isCompleted);
  return (
    <section className={styles.strip} aria-label="Generations">
      <header className={styles.header}>
        <h2 className={styles.title}>Results</h2>
        <output className={styles.outcome}>{outcomeText(latest)}</output>
        {shown && (
          <Button look="quiet" icon={Undo2} onClick={() => editor.session.setState({ shownResult: null })}>
            Back to layout
          </Button>
        )}
        <IconButton
          icon={isOpen ? ChevronDown : ChevronUp}
          label={isOpen ? 'Collapse strip' : 'Expand strip'}
          aria-expanded={isOpen}
          size="small"
          tipSide="top"
          onClick={() => setIsOpen(!isOpen)}
        />
      </header>
      {isOpen && (
        <div className={styles.film}>
          {isFailed(latest) && <FailureCard failure={latest.phase.failure} />}
          {completed.length > 0 && <ResultList generations={completed} shown={shown} />}
        </div>
      )}
    </section>
  );
}

function outcomeText(latest: CompletedGeneration | FailedGeneration): string {
  const outcome = isFailed(latest) ? 'Generation failed.' : returnedText(latest);
  return `${timeText(latest)} · ${outcome}`;
}
