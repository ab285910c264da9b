import type { CSSProperties } from 'react';
import styles from './Slider.module.css';

type SliderProps = {
  /** The accessible name. */
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Applies as it is dragged. */
  onChange(value: number): void;
  /** The pointer or the key that dragged it was let go. */
  onSettle?(): void;
};

/** A whole number by its place on a track. It has nothing typed to undo, so undo stays the document's. */
export function Slider({ label, value, min, max, onChange, onSettle }: SliderProps) {
  const filled: CSSProperties & { '--filled': string } = {
    '--filled': `${(100 * (value - min)) / (max - min)}%`,
  };
  return (
    <input
      className={styles.slider}
      type="range"
      aria-label={label}
      data-typing="false"
      style={filled}
      min={min}
      max={max}
      value={value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      // Keys are the canvas's again once a pointer lets go.
      onPointerUp={(event) => {
        event.currentTarget.blur();
        onSettle?.();
      }}
      onKeyUp={onSettle}
    />
  );
}
