import { useMemo } from 'react';
import * as texts from '../texts/texts.ts';
import styles from './RequestJson.module.css';
import { splitPlaceholders } from './splitPlaceholders.ts';

/** The text of this region is exactly the JSON; placeholders of URLs are marked by colour and a title alone. */
export function RequestJson({ json, isCurrent }: { json: string; isCurrent: boolean }) {
  const parts = useMemo(() => splitPlaceholders(json), [json]);
  return (
    <section
      className={styles.panel}
      aria-label={texts.request.json}
      aria-busy={!isCurrent}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: not every browser lets the keyboard scroll it otherwise.
      tabIndex={0}
    >
      <pre className={styles.code}>
        {parts.map(({ text, start, isPlaceholder }) =>
          isPlaceholder ? (
            <mark key={start} className={styles.placeholder} title={texts.request.placeholder}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </pre>
    </section>
  );
}
