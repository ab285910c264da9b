import type { Size } from '../../model/geometry/rect.ts';
import { leaveFocusAfterPointer } from '../kit/focus.ts';
import styles from './RatioPresets.module.css';

type RatioChipProps = {
  readonly label: string;
  /** What is shown where it is shorter than the name. */
  readonly text?: string;
  readonly ratio: Size;
  readonly isPressed: boolean;
  readonly isDisabled?: boolean;
  onClick(): void;
};

/** CSS px of the longer side of the outline. */
const outlineSide = 16;

/** A small outline of the shape over its name. */
export function RatioChip({ label, text, ratio, isPressed, isDisabled = false, onClick }: RatioChipProps) {
  const scale = outlineSide / Math.max(ratio.width, ratio.height);
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={label}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={(event) => {
        onClick();
        leaveFocusAfterPointer(event);
      }}
    >
      <span className={styles.shape}>
        <span
          className={styles.outline}
          style={{ width: Math.round(ratio.width * scale), height: Math.round(ratio.height * scale) }}
        />
      </span>
      {text ?? label}
    </button>
  );
}
