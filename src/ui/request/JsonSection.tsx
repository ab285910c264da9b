import { Suspense, useDeferredValue } from 'react';
import { requestMask } from '../../contract/generationRequest.ts';
import { maskFrame } from '../../model/mask/maskFrame.ts';
import type { MaskSummary, RequestPreview } from '../../model/request/request.ts';
import { useDocument, useRequestPreview, useSettings } from '../../store/useEditor.ts';
import { Section } from '../kit/Section.tsx';
import { latePart } from '../latePart.tsx';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './JsonSection.module.css';
import { RequestJson } from './RequestJson.tsx';

const SentPhotoLine = latePart(
  () => import('./SentPhotoLine.tsx').then((file) => file.SentPhotoLine),
  () => null,
);

/** The request as it changes, to read and to take along. */
export function JsonSection() {
  const { preview, isCurrent } = useRequestPreview();
  const shown = useDeferredValue(preview);
  return (
    <Section title={lateTexts.request.jsonTitle}>
      <RequestJson request={shown?.request ?? null} isCurrent={isCurrent} />
      {shown && <MaskSummaryLine {...shown} />}
      <Suspense>
        <SentPhotoLine />
      </Suspense>
    </Section>
  );
}

/** How much mask there is in the request, and what was done to bring the regions into its form. */
function MaskSummaryLine({ request, summary }: RequestPreview) {
  const document = useDocument((current) => current);
  const kind = useSettings((settings) => settings.maskFrame);
  const { areas, maskImage, summary: summaryOf } = lateTexts.request;
  const amount = 'areas' in requestMask(request) ? areas(summary.areas, summary.vertices) : maskImage;
  return (
    <p className={styles.summary}>{summaryOf(amount, maskFrame(document, kind).size, changes(summary))}</p>
  );
}

/** What the sent mask differs in from the regions, or only seems to. */
function changes({ isExact, isCut, holes }: MaskSummary): string[] {
  return [
    isExact ? '' : lateTexts.request.isRounded,
    isCut ? lateTexts.request.isCut : '',
    holes === 0 ? '' : lateTexts.request.holesBridged(holes),
  ].filter((text) => text !== '');
}
