import { useId, useLayoutEffect, useRef, useState } from 'react';
import * as lateTexts from '../../texts/lateTexts.ts';
import styles from './PromptText.module.css';

/** A prompt in two lines, and whole on demand. */
export function PromptText({ prompt }: { prompt: string }) {
  const id = useId();
  const text = useRef<HTMLParagraphElement>(null);
  const [isCut, setIsCut] = useState(false);
  const [isWhole, setIsWhole] = useState(false);

  useLayoutEffect(() => {
    const element = text.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (element.dataset.whole === 'false') setIsCut(element.scrollHeight > element.clientHeight + 1);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div className={styles.prompt}>
      <p ref={text} id={id} className={styles.text} data-whole={isWhole} translate="no">
        {prompt}
      </p>
      {isCut && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? lateTexts.generationCard.less : lateTexts.generationCard.whole}
        </button>
      )}
    </div>
  );
}
