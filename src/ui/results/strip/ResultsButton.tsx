import { Images } from 'lucide-react';
import { useId } from 'react';
import { useEditor, useEditorState, useGenerations } from '../../../store/useEditor.ts';
import { useUnderWay } from '../../generate/useUnderWay.ts';
import { Button } from '../../kit/Button.tsx';
import * as texts from '../../texts/texts.ts';
import styles from './ResultsButton.module.css';
import { resultsButtonId, resultsPanelId } from './resultsPanelId.ts';

/** Opens and closes the panel of all generations, and counts them. */
export function ResultsButton() {
  const editor = useEditor();
  const isOpen = useEditorState((state) => state.isResultsOpen);
  const count = useGenerations(({ generations }) => generations.length);
  const running = useUnderWay().length;
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
        {texts.results.count(count)}
        {running > 0 && texts.results.underWay(running)}
      </span>
    </>
  );
}
