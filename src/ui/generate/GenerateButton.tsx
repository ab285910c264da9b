import { Sparkles } from 'lucide-react';
import { useId } from 'react';
import type { Problem } from '../../model/request/problem.ts';
import type { Editor } from '../../store/createEditor.ts';
import type { Generation } from '../../store/generations/generation.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import styles from './GenerateButton.module.css';

type Props = {
  readonly stop: Problem | undefined;
  /** The one sent first in front. */
  readonly running: readonly Generation[];
  readonly onPress: () => void;
};

/** Stays focusable while it cannot send: its description says why, and pressing it leads to what stops it. */
export function GenerateButton({ stop, running, onPress }: Props) {
  const editor = useEditor();
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
        {sendNote(editor, running)}
      </p>
    </>
  );
}

/** What a press of Generate would cost now, and when it would be sent. */
function sendNote({ config, generations }: Editor, running: readonly Generation[]): string {
  const ours = running.filter(({ id }) => generations.isWorkedOnHere(id));
  const isFull = ours.length >= generations.generationsAtOnce;
  const { charge, queued } = texts.generate;
  return isFull ? queued[config.mode](generations.generationsAtOnce) : charge[config.mode];
}
