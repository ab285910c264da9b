import { type GenerationState, isUnderWay } from '../../store/generationStore.ts';
import { useEditor, useGenerations } from '../../store/useEditor.ts';
import styles from './Composer.module.css';
import { GenerateButton } from './GenerateButton.tsx';
import { GenerationProgress } from './GenerationProgress.tsx';
import { ProblemList } from './ProblemList.tsx';
import { PromptField } from './PromptField.tsx';
import { firstStop, useProblems } from './useProblems.ts';
import { useSend } from './useSend.ts';

/** From the prompt to the generation that is under way. */
export function Composer() {
  const { mode } = useEditor().config;
  const problems = useProblems();
  const underWay = useGenerations(generationUnderWay);
  const send = useSend();
  return (
    <div className={styles.composer}>
      <PromptField onSend={send} />
      <ProblemList problems={problems} />
      <GenerateButton stop={firstStop(problems)} isUnderWay={underWay !== undefined} onPress={send} />
      <div className={styles.footnote}>
        {underWay ? <GenerationProgress generation={underWay} /> : <p>{chargeNotes[mode]}</p>}
      </div>
    </div>
  );
}

const chargeNotes = {
  live: 'Each click is charged and not refunded.',
  sandbox: 'Sandbox: free, results are local renderings.',
} as const;

function generationUnderWay({ generations }: GenerationState) {
  return generations.find(isUnderWay);
}
