import { Sparkles } from 'lucide-react';
import { useId } from 'react';
import type { Problem } from '../../model/request/problem.ts';
import { Button } from '../kit/Button.tsx';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import styles from './GenerateButton.module.css';

type Props = {
  readonly stop: Problem | undefined;
  /** What pressing it costs. */
  readonly note: string;
  readonly onPress: () => void;
};

/** Stays focusable while it cannot send: its description says why, and pressing it leads to what stops it. */
export function GenerateButton({ stop, note, onPress }: Props) {
  const id = useId();
  return (
    <>
      <Button
        look="primary"
        size="large"
        icon={Sparkles}
        isWide
        aria-disabled={stop !== undefined}
        aria-describedby={stop ? `${id}-stop` : `${id}-note`}
        onClick={onPress}
      >
        {texts.generate.generate}
      </Button>
      <span id={`${id}-stop`} hidden>
        {stop && sentence(texts.problems, stop.id, stop)}
      </span>
      <p id={`${id}-note`} className={styles.note}>
        {note}
      </p>
    </>
  );
}
