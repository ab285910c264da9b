import { useEditorState } from '../../store/useEditor.ts';
import { DeleteDialog } from '../results/DeleteDialog.tsx';
import { DifferenceFigure, KeptFigure } from './CompareFigures.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import { SwipeHandle } from './SwipeHandle.tsx';

/** The swipe's handle, and a strip that says what the stage shows, and the question whether to delete it. */
export function CompareOverlay() {
  const mode = useEditorState((state) => state.comparison.mode);
  const feather = useEditorState((state) => state.comparison.feather);
  const isDeleting = useEditorState((state) => state.comparison.isDeleting);
  return (
    <>
      {mode === 'swipe' && <SwipeHandle />}
      {mode === 'difference' && <DifferenceFigure />}
      {mode === 'kept' && <KeptFigure />}
      {feather !== null && <RestoreForm feather={feather} />}
      {isDeleting && <DeleteDialog />}
    </>
  );
}
