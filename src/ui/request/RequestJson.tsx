import { Copy, SquareTerminal } from 'lucide-react';
import { useMemo } from 'react';
import { curlCommand } from '../../model/request/curlCommand.ts';
import { imageUrlPlaceholder, maskUrlPlaceholder, type RequestPreview } from '../../model/request/request.ts';
import { requestJson } from '../../model/request/requestJson.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { useCopy } from '../kit/clipboard.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './RequestJson.module.css';

type RequestJsonProps = { readonly request: RequestPreview['request'] | null; readonly isCurrent: boolean };

/** The request as JSON, with buttons that copy it, also as a command. */
export function RequestJson({ request, isCurrent }: RequestJsonProps) {
  const { serviceUrl } = useEditor().config;
  const { message, copy } = useCopy();
  const json = useMemo(() => (request === null ? '' : requestJson(request)), [request]);
  return (
    <>
      <div className={styles.actions}>
        <Button icon={Copy} onClick={() => copy(json)}>
          {lateTexts.request.copyJson}
        </Button>
        <Button icon={SquareTerminal} onClick={() => request && copy(curlCommand(request, serviceUrl))}>
          {lateTexts.request.copyCurl}
        </Button>
        <output className={styles.message}>{message}</output>
      </div>
      <JsonText json={json} isCurrent={isCurrent} />
    </>
  );
}

/** The text of this region is exactly the JSON; placeholders of URLs are marked by colour and a title alone. */
function JsonText({ json, isCurrent }: { json: string; isCurrent: boolean }) {
  const parts = useMemo(() => splitPlaceholders(json), [json]);
  return (
    <section
      className={styles.panel}
      aria-label={lateTexts.request.json}
      aria-busy={!isCurrent}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: not every browser lets the keyboard scroll it otherwise.
      tabIndex={0}
    >
      <pre className={styles.code} translate="no">
        {parts.map(({ text, start, isPlaceholder }) =>
          isPlaceholder ? (
            <mark key={start} className={styles.placeholder} title={lateTexts.request.placeholder}>
              {text}
            </mark>
          ) : (
            <span key={start}>{text}</span>
          ),
        )}
      </pre>
    </section>
  );
}

type JsonPart = { readonly text: string; readonly isPlaceholder: boolean; readonly start: number };

const quotedPlaceholders = [imageUrlPlaceholder, maskUrlPlaceholder].map((text) => JSON.stringify(text));

/** The JSON in parts that join to the same text, with the placeholders of URLs apart. */
export function splitPlaceholders(json: string): JsonPart[] {
  const separator = new RegExp(`(${quotedPlaceholders.join('|')})`);
  const parts: JsonPart[] = [];
  let start = 0;
  for (const text of json.split(separator)) {
    if (text !== '') parts.push({ text, start, isPlaceholder: quotedPlaceholders.includes(text) });
    start += text.length;
  }
  return parts;
}
