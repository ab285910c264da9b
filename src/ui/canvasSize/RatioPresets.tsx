import { canvasAsImage, canvasOfRatio, canvasRatios, hasRatio } from '../../model/document/canvasRatio.ts';
import type { Size } from '../../model/geometry/rect.ts';
import { useDocument } from '../../store/useEditor.ts';
import * as texts from '../texts/texts.ts';
import { RatioChip } from './RatioChip.tsx';
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
