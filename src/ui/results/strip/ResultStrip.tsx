import { ChevronDown, ChevronUp, PanelLeft, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { hideResult } from '../../../store/editor/shownResult.ts';
import { isCompleted, isUnderWay } from '../../../store/generations/generation.ts';
import { useEditor, useEditorState, useGenerations } from '../../../store/useEditor.ts';
import { Button } from '../../kit/Button.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import * as texts from '../../texts/texts.ts';
import { FailureCard } from './FailureCard.tsx';
import { ProgressCard } from './ProgressCard.tsx';
import { ResultList } from './ResultList.tsx';
import styles from './ResultStrip.module.css';
import { returnedText, timeText } from './resultTexts.ts';
import {
  type CompletedGeneration,
  type FailedGeneration,
  isFailed,
  latestSettled,
} from './settledGenerations.ts';

/** As many generations have a place in the quick look; the panel has them all. */
const completedMax = 12;

/** What came, and is to come, of pressing Generate, newest first. Takes no room before the first press. */
export function ResultStrip() {
  const editor = useEditor();
  const generations = useGenerations((state) => state.generations);
  const shown = useEditorState((state) => state.shownResult);
  const isPanelOpen = useEditorState((state) => state.isResultsOpen);
  const [isOpen, setIsOpen] = useState(true);
  const latest = latestSettled(generations);
  if (generations.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={texts.results.generations}>
      <header className={styles.header}>
        <h2 className={styles.title}>{texts.results.title}</h2>
        <output className={styles.outcome}>{latest && outcomeText(latest)}</output>
        {shown && (
          <Button look="quiet" icon={Undo2} onClick={() => editor.transact(hideResult)}>
            {texts.results.backToLayout}
          </Button>
        )}
        {!isPanelOpen && (
          <>
            <Button
              look="quiet"
              icon={PanelLeft}
              onClick={() => editor.transact((state) => ({ ...state, isResultsOpen: true }))}
            >
              {texts.results.all}
            </Button>
            <IconButton
              icon={isOpen ? ChevronDown : ChevronUp}
              label={isOpen ? texts.results.collapse : texts.results.expand}
              aria-expanded={isOpen}
              size="small"
              tipSide="top"
              onClick={() => setIsOpen(!isOpen)}
            />
          </>
        )}
      </header>
      {isOpen && !isPanelOpen && <Film />}
    </section>
  );
}

function Film() {
  const generations = useGenerations((state) => state.generations);
  const shown = useEditorState((state) => state.shownResult);
  const latest = latestSettled(generations);
  const completed = generations.filter(isCompleted).slice(0, completedMax);
  return (
    <div className={styles.film}>
      {generations.filter(isUnderWay).map((generation) => (
        <ProgressCard key={generation.id} generation={generation} />
      ))}
      {latest && isFailed(latest) && <FailureCard generation={latest} />}
      {completed.length > 0 && <ResultList generations={completed} shown={shown} />}
    </div>
  );
}

function outcomeText(latest: CompletedGeneration | FailedGeneration): string {
  return `${timeText(latest)} · ${isFailed(latest) ? failedText(latest) : returnedText(latest)}`;
}

function failedText({ phase }: FailedGeneration): string {
  return phase.name === 'failed' ? texts.results.failed : texts.results.inDoubt;
}
