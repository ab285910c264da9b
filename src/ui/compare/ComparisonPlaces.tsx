import { lazy, Suspense } from 'react';
import { useEditorState } from '../../store/useEditor.ts';

const CompareBar = lazy(() => import('./CompareBar.tsx').then((file) => ({ default: file.CompareBar })));
const CompareOverlay = lazy(() =>
  import('./CompareOverlay.tsx').then((file) => ({ default: file.CompareOverlay })),
);

/** In place of the tool's options while a result is looked at; its code comes with the first result. */
export function ComparisonBar() {
  const isShown = useEditorState((state) => state.shownResult !== null);
  return <Suspense>{isShown && <CompareBar />}</Suspense>;
}

/** What lies over the stage while a result is looked at. */
export function ComparisonOverlay() {
  const isShown = useEditorState((state) => state.shownResult !== null);
  return <Suspense>{isShown && <CompareOverlay />}</Suspense>;
}
