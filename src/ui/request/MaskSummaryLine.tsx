import { useMemo } from 'react';
import type { GenerationRequest } from '../../contract/generationRequest.ts';
import { maskFrame } from '../../model/mask/maskFrame.ts';
import { maskSummary } from '../../model/request.ts';
import { useDocument, useSettings } from '../../store/useEditor.ts';
import styles from './MaskSummaryLine.module.css';

/** How much mask there is in the request, and whether rounding to the frame's pixels has moved any of it. */
export function MaskSummaryLine({ request }: { request: GenerationRequest }) {
  const document = useDocument((current) => current);
  const kind = useSettings((settings) => settings.maskFrame);
  const summary = useMemo(() => maskSummary(request, document, kind), [request, document, kind]);
  const { width, height } = maskFrame(document, kind).size;
  const amount =
    'areas' in request.model_params.mask
      ? `${counted(summary.areas, 'area', 'areas')}, ${counted(summary.vertices, 'vertex', 'vertices')}`
      : 'Mask image';
  return (
    <p className={styles.summary}>
      {amount} in a frame of {width} × {height} px
      {!summary.isExact && ', rounded to whole pixels'}
    </p>
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
