import { lazy, Suspense } from 'react';
import { useSession } from '../../store/useEditor.ts';

const ResultsPanel = lazy(() =>
  import('../resultsPanel/ResultsPanel.tsx').then((file) => ({ default: file.ResultsPanel })),
);

/** The place of the panel beside the stage; its code comes with the first opening. */
export function ResultsDrawer() {
  const isOpen = useSession((session) => session.isResultsOpen);
  return <Suspense>{isOpen && <ResultsPanel />}</Suspense>;
}
