import { useEditor } from '../../store/useEditor.ts';
import styles from './Composer.module.css';
import { GenerateButton } from './GenerateButton.tsx';
import { GenerationProgress } from './GenerationProgress.tsx';
import { ProblemList } from './ProblemList.tsx';
import { PromptField } from './PromptField.tsx';
import { sendNote } from './sendNote.ts';
import { firstStop, useProblems } from './useProblems.ts';
import { useSend } from './useSend.ts';
import { useUnderWay } from './useUnderWay.ts';

/** From the prompt to the generations that are under way. */
export function Composer() {
  const editor = useEditor();
  const problems = useProblems();
  const underWay = useUnderWay();
  const send = useSend();
  const [first] = underWay;
  return (
    <div className={styles.composer}>
      <PromptField onSend={send} />
      <ProblemList problems={problems} />
      <GenerateButton stop={firstStop(problems)} note={sendNote(editor, underWay)} onPress={send} />
      <div className={styles.footnote}>
        {first && <GenerationProgress generation={first} others={underWay.length - 1} />}
      </div>
    </div>
  );
}
