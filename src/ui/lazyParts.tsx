import { type ComponentType, lazy, Suspense, useCallback } from 'react';
import type { MaskPanel } from '../store/editor/editorState.ts';
import { closeMaskPanel } from '../store/editor/trial.ts';
import { useEditor, useEditorState } from '../store/useEditor.ts';
import styles from './lazyParts.module.css';
import * as texts from './texts/texts.ts';

// The parts of the page whose code is loaded when they are first asked for.

const ResultsPanel = lazy(() =>
  import('./results/panel/ResultsPanel.tsx').then(
    (file) => ({ default: file.ResultsPanel }),
    () => ({ default: NotLoaded }),
  ),
);

/** The place of the panel beside the stage. */
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

const CompareBar = lazy(() =>
  import('./compare/CompareBar.tsx').then((file) => ({ default: file.CompareBar })),
);
const CompareOverlay = lazy(() =>
  import('./compare/CompareOverlay.tsx').then((file) => ({ default: file.CompareOverlay })),
);

/** In place of the tool's options while a result is looked at. */
export function ComparisonBar() {
  const isShown = useEditorState((state) => state.shownResult !== null);
  return <Suspense>{isShown && <CompareBar />}</Suspense>;
}

/** What lies over the stage while a result is looked at. */
export function ComparisonOverlay() {
  const isShown = useEditorState((state) => state.shownResult !== null);
  return <Suspense>{isShown && <CompareOverlay />}</Suspense>;
}

const dialogs: Partial<Record<MaskPanel, ComponentType<{ onClose(): void }>>> = {
  import: lazy(() => import('./maskFiles/ImportDialog.tsx').then((file) => ({ default: file.ImportDialog }))),
  export: lazy(() => import('./maskFiles/ExportDialog.tsx').then((file) => ({ default: file.ExportDialog }))),
};

/** The dialog that is open, if any. */
export function MaskDialogs() {
  const editor = useEditor();
  const panel = useEditorState((state) => state.maskPanel);
  const close = useCallback(() => editor.transact(closeMaskPanel), [editor]);
  const Dialog = panel === null ? undefined : dialogs[panel];
  return <Suspense>{Dialog && <Dialog onClose={close} />}</Suspense>;
}
