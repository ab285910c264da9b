import { type CSSProperties, useEffect, useEffectEvent, useRef } from 'react';
import { NumberField } from './NumberField.tsx';
import styles from './Slider.module.css';

type SliderProps = {
  /** The accessible name. */
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Applies as it is dragged. */
  onChange(value: number): void;
  /** It has come to rest: the pointer let go, or a key has moved it. */
  onCommit?(): void;
};

/** A whole number by its place on a track. */
export function Slider({ label, value, min, max, onChange, onCommit }: SliderProps) {
  const filled: CSSProperties & { '--filled': string } = {
    '--filled': `${(100 * (value - min)) / (max - min)}%`,
  };
  const input = useRef<HTMLInputElement>(null);
  const commit = useEffectEvent(() => onCommit?.());

  useEffect(() => {
    // React's onChange is the browser's input event; this is the browser's own.
    const slider = input.current;
    const listener = () => commit();
    slider?.addEventListener('change', listener);
    return () => slider?.removeEventListener('change', listener);
  }, []);

  return (
    <input
      ref={input}
      className={styles.slider}
      type="range"
      aria-label={label}
      style={filled}
      min={min}
      max={max}
      value={value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      // Keys are the canvas's again once a pointer lets go.
      onPointerUp={(event) => event.currentTarget.blur()}
    />
  );
}

type SliderWithNumberProps = Omit<SliderProps, 'onCommit'> & { readonly mark: string };

/** A number to drag, or to type beside it: both have the label's name. */
export function SliderWithNumber({ mark, ...number }: SliderWithNumberProps) {
  return (
    <div className={styles.withNumber}>
      <span aria-hidden>{number.label}</span>
      <Slider {...number} />
      <NumberField {...number} mark={mark} onLive={number.onChange} onCommit={number.onChange} />
    </div>
  );
}
