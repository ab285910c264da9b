import { Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Generation } from '../../../store/generations/generation.ts';
import { useEditor } from '../../../store/useEditor.ts';
import { Button } from '../../kit/Button.tsx';
import * as lateTexts from '../../texts/lateTexts.ts';
import { lossText } from '../lossText.ts';
import styles from './DeleteControl.module.css';

type Props = {
  readonly generation: Generation;
  /** Of the button, where "Delete" alone would not say which. */
  readonly label?: string;
  /** Who takes the focus when this is gone. */
  onDeleted?(): void;
};

/** Asks before it deletes: what the person has not downloaded is nowhere else. */
export function DeleteControl({ generation, label, onDeleted }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  if (isAsking) {
    return <Question generation={generation} onKeep={() => setIsAsking(false)} onDeleted={onDeleted} />;
  }
  return (
    <Button look="quiet" icon={Trash2} aria-label={label} onClick={() => setIsAsking(true)}>
      {lateTexts.generationCard.delete}
    </Button>
  );
}

type QuestionProps = {
  readonly generation: Generation;
  onKeep(): void;
  readonly onDeleted: (() => void) | undefined;
};

function Question({ generation, onKeep, onDeleted }: QuestionProps) {
  const editor = useEditor();
  const question = useRef<HTMLFieldSetElement>(null);

  useLayoutEffect(() => {
    const focused = document.activeElement;
    // Whoever pressed with a pointer left the focus to the page, and gets no ring here.
    if (focused === null || focused === document.body) return;
    question.current?.querySelector<HTMLButtonElement>('button:last-of-type')?.focus();
  }, []);

  async function remove() {
    await editor.generations.deleteGeneration(generation.id);
    onDeleted?.();
  }

  return (
    <fieldset ref={question} className={styles.question} aria-label={lateTexts.generationCard.deleteQuestion}>
      <p className={styles.text}>{lossText(generation)}</p>
      <Button look="danger" onClick={() => void remove()}>
        {lateTexts.generationCard.deleteForGood}
      </Button>
      <Button onClick={onKeep}>{lateTexts.generationCard.keep}</Button>
    </fieldset>
  );
}
