import { ArrowLeftRight } from 'lucide-react';
import { limits } from '../../contract/limits.ts';
import { setCanvas, swapCanvas } from '../../model/document/canvas.ts';
import { useDocument } from '../../store/useEditor.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { Section } from '../kit/Section.tsx';
import { fieldIds } from '../pageFields.ts';
import * as texts from '../texts/texts.ts';
import styles from './CanvasSection.module.css';
import { RatioPresets } from './RatioPresets.tsx';
import { useCommitCanvas } from './useCommitCanvas.ts';

const range = { min: limits.canvasSideMin, max: limits.canvasSideMax };

/** The size of the frame, which is the size of the results. */
export function CanvasSection() {
  const commit = useCommitCanvas();
  const { width, height } = useDocument((document) => document.canvas);
  return (
    <Section title={texts.canvasSize.title}>
      <div className={styles.size}>
        <NumberField
          label={texts.canvasSize.width}
          mark={texts.canvasSize.widthMark}
          id={fieldIds.canvas}
          {...range}
          value={width}
          onCommit={(value) => commit((document) => setCanvas(document, { width: value, height }))}
        />
        <IconButton icon={ArrowLeftRight} label={texts.canvasSize.swap} onClick={() => commit(swapCanvas)} />
        <NumberField
          label={texts.canvasSize.height}
          mark={texts.canvasSize.heightMark}
          {...range}
          value={height}
          onCommit={(value) => commit((document) => setCanvas(document, { width, height: value }))}
        />
      </div>
      <RatioPresets />
    </Section>
  );
}
