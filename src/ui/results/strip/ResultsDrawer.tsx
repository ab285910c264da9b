import { lazy, Suspense } from 'react';
import { useEditorState } from '../../../store/useEditor.ts';
import * as texts from '../../texts/texts.ts';
import styles from './ResultsDrawer.module.css';

const ResultsPanel = lazy(() =>
  import('../panel/ResultsPanel.tsx').then(
    (file) => ({ default: file.ResultsPanel }),
    () => ({ default: NotLoaded }),
  ),
);

/** The place of the panel beside the stage; its code comes with the first opening. */
export function ResultsDrawer() {
  const isOpen = useEditorState((state) => state.isResultsOpen);
  return <Suspense>{isOpen && <ResultsPanel />}</Suspense>;
}

/** The server is away, or has a newer editor by now, which no longer has this one's parts. */
function NotLoaded() {
  return (
    <p className={styles.notLoaded} role="alert">
      {texts.results.panelNotLoaded}
    </p>
  );
}
