import { Eye } from 'lucide-react';
import { type KeyboardEvent, useEffect } from 'react';
import { compareBy } from '../../store/editor/shownResult.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { commands } from '../keyboard/commands.ts';
import { Button } from '../kit/Button.tsx';
import { Tip } from '../kit/Tip.tsx';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './CompareBar.module.css';

/** Shows what was before for as long as it is held, by a pointer, or by Space or Enter. */
export function PeekButton() {
  const editor = useEditor();
  const isPeeking = useEditorState((state) => state.comparison.isPeeking);
  const isRestoring = useEditorState((state) => state.comparison.feather !== null);
  const label = isRestoring ? lateTexts.compare.peekAtResult : lateTexts.compare.peekAtLayout;
  const peek = (isHeld: boolean) => editor.transact(compareBy({ isPeeking: isHeld }), 'atOnce');

  useEffect(() => {
    if (!isPeeking) return;
    // The pointer may be let go anywhere, and the key while another window has the keyboard.
    const end = () => editor.transact(compareBy({ isPeeking: false }), 'atOnce');
    const events = ['pointerup', 'pointercancel', 'blur'] as const;
    for (const name of events) window.addEventListener(name, end);
    return () => {
      for (const name of events) window.removeEventListener(name, end);
    };
  }, [editor, isPeeking]);

  function holdByKey(event: KeyboardEvent, isHeld: boolean) {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    peek(isHeld);
  }

  return (
    <Tip text={label} keys={commands.peek.keys[0]}>
      <Button
        look="quiet"
        icon={Eye}
        isPressed={isPeeking}
        onPointerDown={() => peek(true)}
        onKeyDown={(event) => holdByKey(event, true)}
        onKeyUp={(event) => holdByKey(event, false)}
        onBlur={() => peek(false)}
      >
        <span className={styles.text}>{label}</span>
      </Button>
    </Tip>
  );
}
