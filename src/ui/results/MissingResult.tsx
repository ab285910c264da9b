import { RotateCw } from 'lucide-react';
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

/** Says why it is not here, whether it is still tried, and how much time there is to fetch it. */
export function MissingResult({ generation, index, result }: Props) {
  const { isGone } = result;
  const editor = useEditor();
  const now = useNow();
  const isOurs = isOfThisService(generation, editor.config);
  const isTried = isOurs && !isGone;
  return (
    <div className={styles.missing}>
      <p className={styles.title}>
        {(isGone ? lateTexts.generations.isGone : lateTexts.generations.notFetched)(index + 1)}
      </p>
      <p className={styles.message}>
        {sentence(lateTexts.missingReasons, result.reason, result)} {isTried && lateTexts.generations.isTried}{' '}
        {timeLeftText(generation, now)}
      </p>
      {isOurs && (
        <Button icon={RotateCw} onClick={() => void editor.generations.fetchResult(generation.id, index)}>
          {lateTexts.generations.tryAgain}
        </Button>
      )}
    </div>
  );
}
