import { Copy, SquareTerminal } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { curlCommand } from '../../model/request/curlCommand.ts';
import { requestJson } from '../../model/request/requestJson.ts';
import { useEditor, useRequestPreview } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { useCopy } from '../kit/clipboard.ts';
import { Section } from '../kit/Section.tsx';
import * as texts from '../texts/texts.ts';
import styles from './JsonSection.module.css';
import { MaskSummaryLine } from './MaskSummaryLine.tsx';
import { RequestJson } from './RequestJson.tsx';

/** The request as it changes, to read and to take along. */
export function JsonSection() {
  const { serviceUrl } = useEditor().config;
  const { preview, isCurrent } = useRequestPreview();
  const { outcome, copy } = useCopy();
  const shown = useDeferredValue(preview);
  const request = shown?.request ?? null;
  const json = useMemo(() => (request === null ? '' : requestJson(request)), [request]);
  return (
    <Section title={texts.request.jsonTitle}>
      <div className={styles.actions}>
        <Button icon={Copy} onClick={() => copy(json)}>
          {texts.request.copyJson}
        </Button>
        <Button icon={SquareTerminal} onClick={() => request && copy(curlCommand(request, serviceUrl))}>
          {texts.request.copyCurl}
        </Button>
        <output className={styles.outcome}>{outcome}</output>
      </div>
      <RequestJson json={json} isCurrent={isCurrent} />
      {shown && <MaskSummaryLine {...shown} />}
    </Section>
  );
}
