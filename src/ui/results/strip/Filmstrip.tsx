import { CircleHelp, CircleX } from 'lucide-react';
import { type Generation, isCompleted, isUnderWay } from '../../../store/generations/generation.ts';
import { useEditor, useEditorState, useGenerations } from '../../../store/useEditor.ts';
import { GenerationBar } from '../../generate/GenerationProgress.tsx';
import { useNow } from '../../kit/useNow.ts';
import * as lateTexts from '../../texts/lateTexts.ts';
import { FailureActions } from '../FailureActions.tsx';
import { type FailedGeneration, isFailed, latestEnded } from '../generationKinds.ts';
import { elapsedText, runningText, timeText } from '../resultTexts.ts';
import styles from './Filmstrip.module.css';
import { ResultList } from './ResultList.tsx';

/** As many generations have a place in the quick look; the panel has them all. */
const completedMax = 12;

/** What is running, what failed last, and the pictures that came last. */
export function Filmstrip() {
  const generations = useGenerations((state) => state.generations);
  const shown = useEditorState((state) => state.shownResult);
  const latest = latestEnded(generations);
  const completed = generations.filter(isCompleted).slice(0, completedMax);
  return (
    <div className={styles.film}>
      {generations.filter(isUnderWay).map((generation) => (
        <ProgressCard key={generation.id} generation={generation} />
      ))}
      {latest && isFailed(latest) && <FailureCard generation={latest} />}
      {completed.length > 0 && <ResultList generations={completed} shown={shown} />}
    </div>
  );
}

/** A running generation, before there is a picture of it. */
function ProgressCard({ generation }: { generation: Generation }) {
  const { config } = useEditor();
  const now = useNow();
  const text = runningText(generation, now, config);
  return (
    <article
      className={styles.progress}
      aria-label={lateTexts.generations.generationOf(timeText(generation))}
    >
      <p className={styles.prompt} translate="no">
        {generation.settings.prompt}
      </p>
      <p className={styles.state}>
        <span>{text}</span>
        <span>{elapsedText(generation, now)}</span>
      </p>
      <GenerationBar
        generation={generation}
        label={lateTexts.generations.progressOf(timeText(generation))}
        text={text}
      />
    </article>
  );
}

/** Why a generation failed, what it means for the credits, and what to do. */
function FailureCard({ generation }: { generation: FailedGeneration }) {
  const { name, failure } = generation.phase;
  const { message, credits, advice } = lateTexts.failureTexts(generation);
  const Icon = name === 'unknown' ? CircleHelp : CircleX;
  return (
    <article className={styles.failure} data-phase={name} aria-label={lateTexts.failureActions.failure}>
      <h3 className={styles.heading}>
        <Icon size={16} aria-hidden />
        <span>{name === 'unknown' ? lateTexts.failureActions.unknown : message}</span>
        <code className={styles.code} translate="no">
          {failure.code}
        </code>
      </h3>
      <div className={styles.text}>
        <p>{advice}</p>
        <p className={styles.credits}>{credits}</p>
      </div>
      <div className={styles.actions}>
        <FailureActions generation={generation} />
      </div>
    </article>
  );
}
