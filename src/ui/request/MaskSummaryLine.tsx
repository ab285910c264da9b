import { requestMask } from '../../contract/generationRequest.ts';
import { maskFrame } from '../../model/mask/maskFrame.ts';
import type { MaskSummary, RequestPreview } from '../../model/request/request.ts';
import { useDocument, useSettings } from '../../store/useEditor.ts';
import * as texts from '../texts/texts.ts';
import styles from './MaskSummaryLine.module.css';

/** How much mask there is in the request, and what was done to bring the regions into its form. */
export function MaskSummaryLine({ request, summary }: RequestPreview) {
  const document = useDocument((current) => current);
  const kind = useSettings((settings) => settings.maskFrame);
  const { areas, maskImage, summary: summaryOf } = texts.request;
  const amount = 'areas' in requestMask(request) ? areas(summary.areas, summary.vertices) : maskImage;
  return (
    <p className={styles.summary}>{summaryOf(amount, maskFrame(document, kind).size, changes(summary))}</p>
  );
}

/** What the sent mask differs in from the regions, or only seems to. */
function changes({ isExact, holes }: MaskSummary): string[] {
  return [
    isExact ? '' : texts.request.isRounded,
    holes === 0 ? '' : texts.request.holesBridged(holes),
  ].filter((text) => text !== '');
}
