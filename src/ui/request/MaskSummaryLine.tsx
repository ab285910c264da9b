import { requestMask } from '../../contract/generationRequest.ts';
import { maskFrame } from '../../model/mask/maskFrame.ts';
import type { MaskSummary, RequestPreview } from '../../model/request/request.ts';
import { useDocument, useSettings } from '../../store/useEditor.ts';
import styles from './MaskSummaryLine.module.css';

/** How much mask there is in the request, and what was done to bring the regions into its form. */
export function MaskSummaryLine({ request, summary }: RequestPreview) {
  const document = useDocument((current) => current);
  const kind = useSettings((settings) => settings.maskFrame);
  const { width, height } = maskFrame(document, kind).size;
  const amount =
    'areas' in requestMask(request)
      ? `${counted(summary.areas, 'area', 'areas')}, ${counted(summary.vertices, 'vertex', 'vertices')} in total`
      : 'Mask image';
  return (
    <p className={styles.summary}>
      {[`${amount}, in a frame of ${width} × ${height} px`, ...changes(summary)].join('; ')}.
    </p>
  );
}

/** What the sent mask differs in from the regions, or only seems to. */
function changes({ isExact, holes }: MaskSummary): string[] {
  return [
    isExact ? '' : 'rounded to the frame’s pixels',
    holes === 0 ? '' : `${counted(holes, 'hole', 'holes')} bridged, covering exactly the same pixels`,
  ].filter((text) => text !== '');
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
