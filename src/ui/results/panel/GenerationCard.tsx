import { FolderOpen } from 'lucide-react';
import { type Generation, isCompleted, isUnderWay } from '../../../store/generations/generation.ts';
import { useEditor } from '../../../store/useEditor.ts';
import { Button } from '../../kit/Button.tsx';
import * as lateTexts from '../../texts/lateTexts.ts';
import * as texts from '../../texts/texts.ts';
import { isFailed } from '../strip/settledGenerations.ts';
import { BaseLink } from './BaseLink.tsx';
import { DeleteControl } from './DeleteControl.tsx';
import styles from './GenerationCard.module.css';
import { CompletedState, FailedState, UnderWayState } from './GenerationState.tsx';
import { generationFacts, whenText } from './generationFacts.ts';
import { PromptText } from './PromptText.tsx';
import { ZipButton } from './ZipButton.tsx';

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
      aria-label={texts.results.generationOf(when)}
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
      {isUnderWay(generation) && <UnderWayState generation={generation} now={now} />}
      <ul className={styles.facts} aria-label={lateTexts.generationCard.facts}>
        {generationFacts(generation).map(({ name, text }) => (
          <li key={name} title={name}>
            {text}
          </li>
        ))}
      </ul>
      <CardActions generation={generation} when={when} onDeleted={onDeleted} />
    </article>
  );
}

function CardActions({ generation, when, onDeleted }: Omit<Props, 'now' | 'onGoTo'> & { when: string }) {
  const editor = useEditor();
  const { id, phase } = generation;
  const mayDelete =
    !isUnderWay(generation) || (phase.name === 'queued' && editor.generations.isWorkedOnHere(id));
  return (
    <footer className={styles.actions}>
      <Button icon={FolderOpen} onClick={() => void editor.generations.reopenGeneration(id)}>
        {lateTexts.generationCard.reopen}
      </Button>
      {isCompleted(generation) && phase.name === 'completed' && phase.results.length > 0 && (
        <ZipButton
          label={lateTexts.generationCard.downloadAll(when)}
          tip={lateTexts.generationCard.downloadAllTip}
          fileName="generation.zip"
          generations={[generation]}
        />
      )}
      {mayDelete && <DeleteControl generation={generation} onDeleted={onDeleted} />}
    </footer>
  );
}

export function generationCardId(id: string): string {
  return `generation-${id}`;
}
