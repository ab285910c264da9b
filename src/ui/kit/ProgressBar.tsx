import type { Generation } from '../../store/generations/generation.ts';
import styles from './ProgressBar.module.css';

type Props = { readonly generation: Generation; readonly label: string; readonly text: string };

/** Without a value it is indeterminate: how long uploading and sending take is not known. */
export function ProgressBar({ generation: { phase }, label, text }: Props) {
  const percent = phase.name === 'running' ? { value: phase.task.progress } : {};
  return (
    <progress
      className={styles.bar}
      data-waiting={phase.name === 'queued'}
      aria-label={label}
      aria-valuetext={text}
      max={100}
      {...percent}
    />
  );
}
