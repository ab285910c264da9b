import type { Generation } from '../../store/generationStore.ts';
import styles from './GenerationProgress.module.css';
import { progressText } from './progressText.ts';
import { useNow } from './useNow.ts';

export function GenerationProgress({ generation }: { generation: Generation }) {
  const { phase } = generation;
  const text = progressText(generation, useNow());
  // Without a value the bar is indeterminate: how long uploading and sending take is not known.
  const percent = phase.name === 'running' ? { value: phase.task.progress } : {};
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        aria-label="Generation progress"
        aria-valuetext={text}
        max={100}
        {...percent}
      />
      <span className={styles.text}>{text}</span>
    </div>
  );
}
