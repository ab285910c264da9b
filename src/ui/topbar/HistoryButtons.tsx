import { Redo2, Undo2 } from 'lucide-react';
import { isInGesture } from '../../store/editor/editorState.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { commands } from '../keyboard/commands.ts';
import { IconButton } from '../kit/IconButton.tsx';
import * as texts from '../texts/texts.ts';
import styles from './TopBar.module.css';

/** Undo and redo. In the middle of a gesture undo steps that back, so it is on even where the history is empty. */
export function HistoryButtons() {
  const editor = useEditor();
  const past = useEditorState(({ history }) => history.past.length);
  const future = useEditorState(({ history }) => history.future.length);
  const isDrawing = useEditorState(isInGesture);
  return (
    <div className={styles.group}>
      <IconButton
        icon={Undo2}
        label={texts.commands.undo}
        keys={commands.undo.keys[0]}
        disabled={past === 0 && !isDrawing}
        onClick={editor.undo}
      />
      <IconButton
        icon={Redo2}
        label={texts.commands.redo}
        keys={commands.redo.keys[0]}
        disabled={future === 0 || isDrawing}
        onClick={editor.redo}
      />
    </div>
  );
}
