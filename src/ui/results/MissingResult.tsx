import { ExternalLink, RotateCw } from 'lucide-react';
import type { Result } from '../../store/generations/generation.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { useNow } from '../kit/useNow.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { sentence } from '../texts/sentence.ts';
import { type CompletedGeneration, isOfThisService } from './generationKinds.ts';
import styles from './MissingResult.module.css';
import { timeLeftText } from './resultTexts.ts';

type Props = {
  readonly generation: CompletedGeneration;
  readonly index: number;
  readonly result: Extract<Result, { readonly kind: 'missing' }>;
};

/**
 * Says why it is not here, whether it is still tried, and how much time there is to fetch it; and leads to it at the service,
 * which the person's browser may reach where the server does not.
 */
export function MissingResult({ generation, index, result }: Props) {
  const { isGone } = result;
  const editor = useEditor();
  const now = useNow();
  const isOurs = isOfThisService(generation, editor.config);
  const isTried = isOurs && !isGone;
  const link = isGone ? undefined : linkOf(generation, index);
  const sentences = [
    sentence(lateTexts.missingReasons, result.reason, result),
    isTried ? lateTexts.generations.isTried : '',
    timeLeftText(generation, now),
    link === undefined ? '' : lateTexts.generations.opensByHand,
  ];
  return (
    <div className={styles.missing}>
      <p className={styles.title}>
        {(isGone ? lateTexts.generations.isGone : lateTexts.generations.notFetched)(index + 1)}
      </p>
      <p className={styles.message}>{sentences.filter((each) => each !== '').join(' ')}</p>
      <div className={styles.actions}>
        {isOurs && (
          <Button icon={RotateCw} onClick={() => void editor.generations.fetchResult(generation.id, index)}>
            {lateTexts.generations.tryAgain}
          </Button>
        )}
        {link && (
          <a
            className={styles.link}
            href={link}
            target="_blank"
            rel="noreferrer"
            aria-label={lateTexts.generations.openLinkOf(index + 1)}
          >
            <span>{lateTexts.generations.openLink}</span>
            <ExternalLink size={14} strokeWidth={1.75} aria-hidden />
          </a>
        )}
      </div>
    </div>
  );
}

/** The service's own are https; those of a sandbox lead to the server's machine, and nobody else's. */
function linkOf({ phase }: CompletedGeneration, index: number): string | undefined {
  const link = phase.task.results?.[index] ?? '';
  // `URL.canParse` is missing before Chrome 120 and Safari 17.
  return /^https:\/\/[^/]/i.test(link) ? link : undefined;
}
