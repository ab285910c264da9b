import styles from './ProgressBar.module.css';

type Props = {
  /** The accessible name. */
  readonly label: string;
  /** What is going on, for those who do not see the bar. */
  readonly text: string;
  /** In per cent. Without it the bar is indeterminate, and moves. */
  readonly percent?: number | undefined;
  /** It has not begun: nothing moves. */
  readonly isWaiting?: boolean;
};

/** How far something has come. */
export function ProgressBar({ label, text, percent, isWaiting = false }: Props) {
  return (
    <progress
      className={styles.bar}
      data-waiting={isWaiting}
      aria-label={label}
      aria-valuetext={text}
      max={100}
      value={percent}
    />
  );
}
