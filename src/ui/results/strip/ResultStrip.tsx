import { ChevronDown, ChevronUp, PanelLeft, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { hideResult } from '../../../store/editor/shownResult.ts';
import { useEditor, useEditorState, useGenerations } from '../../../store/useEditor.ts';
import { Button } from '../../kit/Button.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import * as lateTexts from '../../texts/lateTexts.ts';
import * as texts from '../../texts/texts.ts';
import {
  type CompletedGeneration,
  type FailedGeneration,
  isFailed,
  latestEnded,
} from '../generationKinds.ts';
import { returnedText, timeText } from '../resultTexts.ts';
import { Filmstrip } from './Filmstrip.tsx';
import styles from './ResultStrip.module.css';

/** What came, and is to come, of pressing Generate, newest first. Takes no room before the first press. */
export function ResultStrip() {
  const editor = useEditor();
  const generations = useGenerations((state) => state.generations);
  const shown = useEditorState((state) => state.shownResult);
  const isPanelOpen = useEditorState((state) => state.isResultsOpen);
  const [isOpen, setIsOpen] = useState(true);
  const latest = latestEnded(generations);
  if (generations.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={lateTexts.generations.title}>
      <header className={styles.header}>
        <h2 className={styles.title}>{texts.results.title}</h2>
        <output className={styles.outcome}>{latest && latestText(latest)}</output>
        {shown && (
          <Button look="quiet" icon={Undo2} onClick={() => editor.transact(hideResult)}>
            {lateTexts.generations.backToLayout}
          </Button>
        )}
        {!isPanelOpen && (
          <>
            <Button
              look="quiet"
              icon={PanelLeft}
              onClick={() => editor.transact((state) => ({ ...state, isResultsOpen: true }))}
            >
              {lateTexts.generations.all}
            </Button>
            <IconButton
              icon={isOpen ? ChevronDown : ChevronUp}
              label={isOpen ? lateTexts.generations.collapse : lateTexts.generations.expand}
              aria-expanded={isOpen}
              size="small"
              tipSide="top"
              onClick={() => setIsOpen(!isOpen)}
            />
          </>
        )}
      </header>
      {isOpen && !isPanelOpen && <Filmstrip />}
    </section>
  );
}

function latestText(latest: CompletedGeneration | FailedGeneration): string {
  return `${timeText(latest)} · ${isFailed(latest) ? failedText(latest) : returnedText(latest)}`;
}

function failedText({ phase }: FailedGeneration): string {
  return phase.name === 'failed' ? lateTexts.generations.failed : lateTexts.generations.inDoubt;
}
