import { type FormEvent, useState } from 'react';
import { limits } from '../../contract/limits.ts';
import { extendCanvas } from '../../model/document/canvas.ts';
import { type Edge, zeroEdges } from '../../model/geometry/edges.ts';
import { Button } from '../kit/Button.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import * as texts from '../texts/texts.ts';
import styles from './ExtendForm.module.css';
import { useCommitCanvas } from './useCommitCanvas.ts';

const edges: readonly Edge[] = ['top', 'right', 'bottom', 'left'];
const range = { min: -limits.canvasSideMax, max: limits.canvasSideMax };

/** Moves the canvas's edges outwards by so many px each, all in one step. */
export function ExtendForm({ isDisabled }: { isDisabled: boolean }) {
  const commit = useCommitCanvas();
  const [growth, setGrowth] = useState(zeroEdges);
  const isIdle = edges.every((edge) => growth[edge] === 0);

  function setEdge(edge: Edge, value: number) {
    setGrowth((each) => ({ ...each, [edge]: value }));
  }

  function extend(event: FormEvent) {
    event.preventDefault();
    if (isIdle) return;
    commit((document) => extendCanvas(document, growth));
    setGrowth(zeroEdges);
  }

  return (
    <form className={styles.form} aria-label={texts.canvasSize.extendBy} onSubmit={extend}>
      <span className={styles.title}>{texts.canvasSize.extendBy}</span>
      <div className={styles.fields}>
        {edges.map((edge) => (
          <NumberField
            key={edge}
            label={texts.canvasSize.extendEdge[edge]}
            mark={texts.edgeNames[edge]}
            markPlace="above"
            value={growth[edge]}
            {...range}
            isDisabled={isDisabled}
            onLive={(value) => setEdge(edge, value)}
            onCommit={(value) => setEdge(edge, value)}
          />
        ))}
        <Button type="submit" disabled={isDisabled} aria-disabled={isIdle}>
          {texts.canvasSize.extend}
        </Button>
      </div>
    </form>
  );
}
