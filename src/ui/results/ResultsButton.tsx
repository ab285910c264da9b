import { Images } from 'lucide-react';
import { useId } from 'react';
import { useEditor, useEditorState, useGenerations } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import * as texts from '../texts/texts.ts';
import { runningGenerations } from './generationKinds.ts';
import styles from './ResultsButton.module.css';

/** Opens and closes the panel of all generations, and counts them. */
export function ResultsButton() {
  const editor = useEditor();
  const isOpen = useEditorState((state) => state.isResultsOpen);
  const generations = useGenerations((state) => state.generations);
  const count = generations.length;
  const running = runningGenerations(generations, editor.config).length;
  const countId = useId();
  return (
    <>
      <Button
        look="quiet"
        icon={Images}
        id={resultsButtonId}
        aria-label={texts.results.title}
        aria-expanded={isOpen}
        aria-controls={isOpen ? resultsPanelId : undefined}
        aria-describedby={countId}
        onClick={() => editor.transact((state) => ({ ...state, isResultsOpen: !isOpen }))}
      >
        <span className={styles.text}>{texts.results.title}</span>
        {count > 0 && <span className={styles.count} data-count={count} data-running={running > 0} />}
      </Button>
      <span id={countId} hidden>
        {texts.results.count(count) + (running > 0 ? texts.results.underWay(running) : '')}
      </span>
    </>
  );
}

/** The panel is loaded late; the buttons that open it are there before, and take the focus back from it. */
export const resultsPanelId = 'results-panel';
export const resultsButtonId = 'results-button';
