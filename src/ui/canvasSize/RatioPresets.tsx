import { canvasAsImage, canvasOfRatio, canvasRatios, hasRatio } from '../../model/document/canvasRatio.ts';
import type { Size } from '../../model/geometry/rect.ts';
import { useDocument } from '../../store/useEditor.ts';
import { leaveFocusAfterPointer } from '../kit/focus.ts';
import * as texts from '../texts/texts.ts';
import styles from './RatioPresets.module.css';
import { useCommitCanvas } from './useCommitCanvas.ts';

/** Frames of the usual shapes around the image: wide ones above, each over its portrait. */
export function RatioPresets() {
  const commit = useCommitCanvas();
  const canvas = useDocument((document) => document.canvas);
  const image = useDocument((document) => document.image);
  return (
    <fieldset className={styles.presets} aria-label={texts.canvasSize.ratio}>
      {canvasRatios.map((ratio) => (
        <RatioChip
          key={nameOf(ratio)}
          label={nameOf(ratio)}
          ratio={ratio}
          isPressed={hasRatio(canvas, ratio)}
          onClick={() => commit((document) => canvasOfRatio(document, ratio))}
        />
      ))}
      <div className={styles.asImage}>
        <RatioChip
          label={texts.canvasSize.asImage}
          text={texts.canvasSize.asImageShort}
          ratio={image ?? { width: 4, height: 3 }}
          isPressed={image !== null && hasRatio(canvas, image)}
          isDisabled={image === null}
          onClick={() => commit(canvasAsImage)}
        />
      </div>
    </fieldset>
  );
}

function nameOf({ width, height }: Size): string {
  return `${width}:${height}`;
}

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
function RatioChip({ label, text, ratio, isPressed, isDisabled = false, onClick }: RatioChipProps) {
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
      <span translate={text === undefined ? 'no' : 'yes'}>{text ?? label}</span>
    </button>
  );
}
