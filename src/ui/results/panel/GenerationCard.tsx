import { CornerLeftUp } from 'lucide-react';
import { type Generation, isCompleted, isUnderWay } from '../../../store/generations/generation.ts';
import { useGenerations } from '../../../store/useEditor.ts';
import * as lateTexts from '../../texts/lateTexts.ts';
import { isFailed } from '../generationKinds.ts';
import { GenerationActions } from './GenerationActions.tsx';
import styles from './GenerationCard.module.css';
import { CompletedState, FailedState, RunningState } from './GenerationState.tsx';
import { generationFacts, whenText } from './generationFacts.ts';
import { PromptText } from './PromptText.tsx';

type Props = {
  readonly generation: Generation;
  readonly now: number;
  onGoTo(id: string): void;
  onDeleted(): void;
};

/** Everything about one press of Generate. */
export function GenerationCard({ generation, now, onGoTo, onDeleted }: Props) {
  const when = whenText(generation, now);
  return (
    <article
      id={generationCardId(generation.id)}
      className={styles.card}
      tabIndex={-1}
      aria-label={lateTexts.generations.generationOf(when)}
    >
      <header className={styles.header}>
        <time dateTime={new Date(generation.startedAt).toISOString()}>{when}</time>
        <span className={styles.service} data-sandbox={generation.isSandbox}>
          {lateTexts.resultsPanel.services[generation.isSandbox ? 'sandbox' : 'live']}
        </span>
      </header>
      <PromptText prompt={generation.settings.prompt} />
      <BaseLink generation={generation} now={now} onGoTo={onGoTo} />
      {isCompleted(generation) && <CompletedState generation={generation} now={now} />}
      {isFailed(generation) && <FailedState generation={generation} />}
      {isUnderWay(generation) && <RunningState generation={generation} now={now} />}
      <ul className={styles.facts} aria-label={lateTexts.generationCard.facts}>
        {generationFacts(generation).map(({ name, text }) => (
          <li key={name} title={name}>
            {text}
          </li>
        ))}
      </ul>
      <GenerationActions generation={generation} when={when} onDeleted={onDeleted} />
    </article>
  );
}

export function generationCardId(id: string): string {
  return `generation-${id}`;
}

/** Of a generation whose photograph is itself a result: the way back to the step before. */
function BaseLink({ generation: { base }, now, onGoTo }: Omit<Props, 'onDeleted'>) {
  const parent = useGenerations(({ generations }) =>
    generations.find((each) => each.id === base?.generationId),
  );
  if (base === undefined) return null;
  if (parent === undefined) return <p className={styles.gone}>{lateTexts.generationCard.madeFromDeleted}</p>;
  return (
    <button type="button" className={styles.link} onClick={() => onGoTo(parent.id)}>
      <CornerLeftUp size={14} aria-hidden />
      <span>{lateTexts.generationCard.madeFrom(base.index + 1, whenText(parent, now))}</span>
    </button>
  );
}
