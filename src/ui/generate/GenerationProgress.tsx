import { estimatedSeconds } from '../../contract/task.ts';
import type { Generation } from '../../store/generations/generation.ts';
import { ProgressBar } from '../kit/ProgressBar.tsx';
import { useNow } from '../kit/useNow.ts';
import * as texts from '../texts/texts.ts';
import styles from './GenerationProgress.module.css';

type Props = {
  readonly generation: Generation;
  /** How many are running beside it. */
  readonly others: number;
};

/** How far the generation that was sent first has come. */
export function GenerationProgress({ generation, others }: Props) {
  const text = progressText(generation, useNow());
  return (
    <div className={styles.progress}>
      <GenerationBar generation={generation} label={texts.generate.progress} text={text} />
      <p className={styles.text}>
        <span>{text}</span>
        {others > 0 && <span>{texts.generate.others(others)}</span>}
      </p>
    </div>
  );
}

type BarProps = { readonly generation: Generation; readonly label: string; readonly text: string };

/** How far a generation has come. How long uploading and sending take is not known. */
export function GenerationBar({ generation: { phase }, label, text }: BarProps) {
  const percent = phase.name === 'running' ? phase.task.progress : undefined;
  return <ProgressBar label={label} text={text} percent={percent} isWaiting={phase.name === 'queued'} />;
}

/** What a running generation is doing, with an estimate where there is one. `now` in milliseconds since the epoch. */
export function progressText(
  { phase, startedAt }: Pick<Generation, 'phase' | 'startedAt'>,
  now: number,
): string {
  if (phase.name === 'queued') return texts.progress.queued;
  if (phase.name === 'preparing') return texts.progress.preparing;
  if (phase.name === 'uploading') return texts.progress.uploading;
  if (phase.name === 'sending') return phase.repeat ? texts.progress.repeating : texts.progress.sending;
  if (phase.name !== 'running') return '';
  if (phase.trouble !== undefined) return texts.progress.unreachable;
  const estimated = estimatedSeconds(phase.task);
  if (estimated === undefined) return texts.progress.running;
  return remainingText(estimated - (now - startedAt) / 1000);
}

/** Past two minutes, seconds would pretend to know more than an estimate does. */
function remainingText(seconds: number): string {
  const { overdue, secondsLeft, minutesLeft } = texts.progress;
  if (seconds <= 0) return overdue;
  return seconds < 120 ? secondsLeft(Math.ceil(seconds)) : minutesLeft(Math.round(seconds / 60));
}
