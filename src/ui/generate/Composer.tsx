import { useDeferredValue, useMemo } from 'react';
import type { Problem } from '../../model/request/problem.ts';
import { problemsOf } from '../../model/request/problems.ts';
import { useDocument, useEditor, useGenerations, useSettings } from '../../store/useEditor.ts';
import { runningGenerations } from '../results/generationKinds.ts';
import styles from './Composer.module.css';
import { GenerateButton } from './GenerateButton.tsx';
import { GenerationProgress } from './GenerationProgress.tsx';
import { ProblemList } from './ProblemList.tsx';
import { PromptField } from './PromptField.tsx';
import { firstStop, useSend } from './useSend.ts';

/** From the prompt to the generations that it is sent for. */
export function Composer() {
  const { config } = useEditor();
  const problems = useProblems();
  const running = runningGenerations(
    useGenerations((state) => state.generations),
    config,
  );
  const send = useSend();
  const [first] = running;
  return (
    <div className={styles.composer}>
      <PromptField onSend={send} />
      <ProblemList problems={problems} />
      <GenerateButton stop={firstStop(problems)} running={running} onPress={send} />
      <div className={styles.footnote}>
        {first && <GenerationProgress generation={first} others={running.length - 1} />}
      </div>
    </div>
  );
}

/** The problems of the document and the settings. They count pixels, so they may trail behind fast typing. */
function useProblems(): readonly Problem[] {
  const document = useDeferredValue(useDocument((current) => current));
  const settings = useDeferredValue(useSettings((current) => current));
  return useMemo(() => problemsOf(document, settings), [document, settings]);
}
