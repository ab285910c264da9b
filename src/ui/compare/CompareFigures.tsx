import { differingShare, type KeptFigures } from '../../model/compare/checkKept.ts';
import { visibleDifference } from '../../model/compare/colourDifference.ts';
import { heatGradient } from '../../model/compare/heatScale.ts';
import type { Document } from '../../model/document/document.ts';
import type { Size } from '../../model/geometry/rect.ts';
import { shownDocument } from '../../store/editor/editorState.ts';
import { useCheck, useEditorState } from '../../store/useEditor.ts';
import { percentText } from '../kit/formats.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './Strip.module.css';

/** How much of what was to be kept differs, in one figure. */
export function KeptFigure() {
  const document = useEditorState(shownDocument);
  const problem = useCheck((check) => check?.problem ?? null);
  const answer = useCheck((check) => check?.answer ?? null);
  const figures = answer?.figures;
  const stretch = answer && stretchText(answer.resultSize, document.canvas);
  const scaling = figures && figures.differing > 0 ? scalingText(document) : null;
  return (
    <div className={styles.strip}>
      <output
        className={problem === null ? styles.figure : styles.problem}
        aria-label={lateTexts.keptArea.title}
      >
        {problem ?? (figures ? keptText(figures) : lateTexts.keptArea.comparing)}
      </output>
      {figures && figures.kept > 0 && <span className={styles.note}>{meanText(figures)}</span>}
      {figures && figures.differing > 0 && <HeatScale />}
      {scaling && <span className={styles.note}>{scaling}</span>}
      {stretch && <span className={styles.note}>{stretch}</span>}
    </div>
  );
}

/** Says what the map of all differences shows. */
export function DifferenceFigure() {
  const problem = useCheck((check) => check?.problem ?? null);
  const isDone = useCheck((check) => check?.answer != null);
  return (
    <div className={styles.strip}>
      <output className={problem === null ? styles.note : styles.problem}>
        {problem ?? (isDone ? lateTexts.compare.difference : lateTexts.compare.comparing)}
      </output>
      {isDone && <HeatScale />}
    </div>
  );
}

/** What the colours of the maps mean. */
function HeatScale() {
  return (
    <p className={styles.scale}>
      <span>{lateTexts.compare.faint}</span>
      <span className={styles.colours} style={{ background: heatGradient }} aria-hidden />
      <span>{lateTexts.compare.strong}</span>
    </p>
  );
}

function keptText(figures: KeptFigures): string {
  if (figures.kept === 0) return lateTexts.keptArea.nothingKept;
  if (figures.differing === 0) return lateTexts.keptArea.noneDiffers;
  const share = differingShare(figures);
  return share === 1 ? lateTexts.keptArea.allDiffer : lateTexts.keptArea.shareDiffers(percentText(share));
}

/** On the scale on which black and white are 100 apart. */
function meanText({ meanDifference }: KeptFigures): string {
  const { allExact, mean } = lateTexts.keptArea;
  return meanDifference === 0 ? allExact : mean(meanDifference, visibleDifference);
}

/**
 * Null where the photograph lies on the canvas pixel for pixel. Nobody says how the service scales it, and every way of
 * scaling draws fine detail a little differently: several per cent of a grainy photograph's pixels.
 */
function scalingText({ image, placement }: Document): string | null {
  if (image === null) return null;
  const isScaled = image.width !== placement.width || image.height !== placement.height;
  return isScaled ? lateTexts.keptArea.isScaled : null;
}

/** Null where the result has the canvas's size. */
function stretchText(result: Size, canvas: Size): string | null {
  if (result.width === canvas.width && result.height === canvas.height) return null;
  return lateTexts.keptArea.isStretched(result);
}
