import { type ComponentType, Suspense, useCallback, useEffect, useState } from 'react';
import type { AmountOperationId } from '../model/mask/operations/operationAmounts.ts';
import type { MaskPanel } from '../store/editor/editorState.ts';
import { closeMaskPanel } from '../store/editor/trial.ts';
import { useDocument, useEditor, useEditorState, useGenerations } from '../store/useEditor.ts';
import { latePart } from './latePart.tsx';
import styles from './lazyParts.module.css';
import * as texts from './texts/texts.ts';

// The parts of the page whose code is loaded when they are first asked for.

const ResultsPanel = latePart(
  () => import('./results/panel/ResultsPanel.tsx').then((file) => file.ResultsPanel),
  () => <ResultsNotLoaded place="drawer" />,
);

/** The place of the panel beside the stage. */
export function ResultsDrawer() {
  const isOpen = useEditorState((state) => state.isResultsOpen);
  return <Suspense>{isOpen && <ResultsPanel />}</Suspense>;
}

const loadStrip = () => import('./results/strip/ResultStrip.tsx').then((file) => file.ResultStrip);
const ResultStrip = latePart(loadStrip, () => <ResultsNotLoaded place="strip" />);

/**
 * Below the stage, once there is a generation. Its code is loaded with the photograph already: when the first generation is
 * there, the server may not be.
 */
export function ResultsBar() {
  const hasImage = useDocument((document) => document.image !== null);
  const isAny = useGenerations(({ generations }) => generations.length > 0);
  useEffect(() => {
    if (hasImage) loadStrip().catch(() => undefined);
  }, [hasImage]);
  return <Suspense>{isAny && <ResultStrip />}</Suspense>;
}

function ResultsNotLoaded({ place }: { place: 'drawer' | 'strip' }) {
  return (
    <p className={styles.notLoaded} data-place={place} role="alert">
      {texts.results.notLoaded}
    </p>
  );
}

const TipLayer = latePart(() => import('./kit/TipLayer.tsx').then((file) => file.TipLayer));

/** Tips, from when a pointer or the focus first comes to the page: one shows only where it rests. */
export function Tips() {
  const [isAttended, setIsAttended] = useState(false);

  useEffect(() => {
    const listening = new AbortController();
    for (const type of ['pointerover', 'focusin']) {
      window.addEventListener(type, () => setIsAttended(true), { signal: listening.signal, once: true });
    }
    return () => listening.abort();
  }, []);

  return <Suspense>{isAttended && <TipLayer />}</Suspense>;
}

/** Parts of the inspector that say and do nothing before there is a photograph, and come with it. */
function withPhotograph(load: () => Promise<ComponentType>): ComponentType {
  const Part = latePart(load);
  return function PartOfPhotograph() {
    const hasImage = useDocument((document) => document.image !== null);
    return <Suspense>{hasImage && <Part />}</Suspense>;
  };
}

export const LayoutPart = withPhotograph(() =>
  import('./layout/LayoutSection.tsx').then((file) => file.LayoutSection),
);
export const MaskOperationsPart = withPhotograph(() =>
  import('./maskOperations/MaskOperations.tsx').then((file) => file.MaskOperations),
);
export const RequestPart = withPhotograph(() =>
  import('./request/RequestSection.tsx').then((file) => file.RequestSection),
);
export const JsonPart = withPhotograph(() =>
  import('./request/JsonSection.tsx').then((file) => file.JsonSection),
);

const CompareBar = latePart(() => import('./compare/CompareBar.tsx').then((file) => file.CompareBar));
const CompareOverlay = latePart(() =>
  import('./compare/CompareOverlay.tsx').then((file) => file.CompareOverlay),
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

const AmountPanel = latePart(() =>
  import('./maskOperations/AmountPanel.tsx').then((file) => file.AmountPanel),
);

/** Where the amount of an operation is tried out, among the operations. */
export function OperationPanel() {
  const operation = useEditorState((state) => amountOperationOf(state.maskPanel));
  return <Suspense>{operation && <AmountPanel key={operation} id={operation} />}</Suspense>;
}

function amountOperationOf(panel: MaskPanel | null): AmountOperationId | null {
  return panel === null || panel === 'import' || panel === 'export' ? null : panel;
}

const dialogs: Partial<Record<MaskPanel, ComponentType<{ onClose(): void }>>> = {
  import: latePart(() => import('./maskFiles/ImportDialog.tsx').then((file) => file.ImportDialog)),
  export: latePart(() => import('./maskFiles/ExportDialog.tsx').then((file) => file.ExportDialog)),
};

/** The dialog that is open, if any. */
export function MaskDialogs() {
  const editor = useEditor();
  const panel = useEditorState((state) => state.maskPanel);
  const close = useCallback(() => editor.transact(closeMaskPanel), [editor]);
  const Dialog = panel === null ? undefined : dialogs[panel];
  return <Suspense>{Dialog && <Dialog onClose={close} />}</Suspense>;
}
