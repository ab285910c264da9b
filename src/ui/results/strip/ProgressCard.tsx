import type { Generation } from '../../../store/generations/generation.ts';
import { useEditor } from '../../../store/useEditor.ts';
import { GenerationBar } from '../../generate/GenerationBar.tsx';
import { progressText } from '../../generate/progressText.ts';
import { durationText } from '../../kit/formats.ts';
import { useNow } from '../../kit/useNow.ts';
import * as texts from '../../texts/texts.ts';
import styles from './ProgressCard.module.css';
import { timeText } from './resultTexts.ts';

/** A generation under way, before there is a picture of it. */
export function ProgressCard({ generation }: { generation: Generation }) {
  const { config } = useEditor();
  const now = useNow();
  const isOurs = generation.isSandbox === (config.mode === 'sandbox');
  const text = isOurs ? progressText(generation, now) : waitsForServer(generation);
  return (
    <article className={styles.card} aria-label={texts.results.generationOf(timeText(generation))}>
      <p className={styles.prompt}>{generation.settings.prompt}</p>
      <p className={styles.state}>
        <span>{text}</span>
        <span>{durationText(now - generation.startedAt)}</span>
      </p>
      <GenerationBar
        generation={generation}
        label={texts.results.progressOf(timeText(generation))}
        text={text}
      />
    </article>
  );
}

/** Its task is unknown to the service that the server works with now. */
export function waitsForServer({ isSandbox }: Generation): string {
  return isSandbox ? texts.results.waitsForSandbox : texts.results.waitsForKey;
}
