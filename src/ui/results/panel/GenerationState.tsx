import { CircleHelp, CircleX } from 'lucide-react';
import type { Generation } from '../../../store/generations/generation.ts';
import { useEditor, useEditorState } from '../../../store/useEditor.ts';
import { GenerationBar } from '../../generate/GenerationProgress.tsx';
import * as lateTexts from '../../texts/lateTexts.ts';
import { FailureActions } from '../FailureActions.tsx';
import type { CompletedGeneration, FailedGeneration } from '../generationKinds.ts';
import { elapsedText, returnedText, runningText, timeLeftText, timeText } from '../resultTexts.ts';
import styles from './GenerationState.module.css';
import { ImageTile } from './ImageTile.tsx';

type Props<Kind> = { readonly generation: Kind; readonly now: number };

export function RunningState({ generation, now }: Props<Generation>) {
  const { config } = useEditor();
  const text = runningText(generation, now, config);
  return (
    <div className={styles.progress}>
      <p className={styles.line}>
        <span>{text}</span>
        <span className={styles.muted}>{elapsedText(generation, now)}</span>
      </p>
      <GenerationBar
        generation={generation}
        label={lateTexts.generations.progressOf(timeText(generation))}
        text={text}
      />
    </div>
  );
}

export function FailedState({ generation }: { generation: FailedGeneration }) {
  const { name, failure } = generation.phase;
  const { message, credits, advice } = lateTexts.failureTexts(generation);
  const Icon = name === 'unknown' ? CircleHelp : CircleX;
  return (
    <div className={styles.failure} data-phase={name}>
      <p className={styles.message}>
        <Icon size={16} aria-hidden />
        <span>{name === 'unknown' ? lateTexts.failureActions.unknown : message}</span>
      </p>
      <code className={styles.code} translate="no">
        {failure.code}
      </code>
      {name === 'unknown' && <p>{message}</p>}
      <p>{advice}</p>
      <p className={styles.muted}>{credits}</p>
      <FailureActions generation={generation} />
    </div>
  );
}

export function CompletedState({ generation, now }: Props<CompletedGeneration>) {
  const shown = useEditorState((state) => state.shownResult);
  const { results } = generation.phase;
  const hasUnsaved = results.some((each) => each.kind === 'fetched' && !each.isSaved);
  if (results.length === 0) return <p className={styles.muted}>{returnedText(generation)}</p>;
  return (
    <>
      <ul className={styles.images} aria-label={lateTexts.generationCard.imagesOf(timeText(generation))}>
        {results.map((result, index) => (
          <ImageTile
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the service's own number of the result.
            key={index}
            generation={generation}
            result={result}
            index={index}
            isShown={shown?.generationId === generation.id && shown.index === index}
          />
        ))}
      </ul>
      {hasUnsaved && (
        <p className={styles.warning}>
          {`${lateTexts.generationCard.notSavedMeans} ${timeLeftText(generation, now)}`}
        </p>
      )}
    </>
  );
}
