import { useEditorState } from '../../store/useEditor.ts';
import { DifferenceFigure, KeptFigure } from './DifferenceFigures.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import { SwipeHandle } from './SwipeHandle.tsx';

/** The swipe's handle, and a strip that says what the stage shows. */
export function CompareOverlay() {
  const mode = useEditorState((state) => state.comparison.mode);
  const feather = useEditorState((state) => state.comparison.feather);
  return (
    <>
      {mode === 'swipe' && <SwipeHandle />}
      {mode === 'difference' && <DifferenceFigure />}
      {mode === 'kept' && <KeptFigure />}
      {feather !== null && <RestoreForm feather={feather} />}
    </>
  );
}
