import type { KeyboardEvent } from 'react';
import { limits } from '../../contract/limits.ts';
import { changeSettings } from '../../store/editor/settings.ts';
import { useEditor, useSettings } from '../../store/useEditor.ts';
import { fieldIds } from '../pageFields.ts';
import * as texts from '../texts/texts.ts';
import styles from './PromptField.module.css';

/** The counter appears when the limit comes near. */
const countedFrom = 7000;

export function PromptField({ onSend }: { onSend: () => void }) {
  const editor = useEditor();
  const prompt = useSettings((settings) => settings.prompt);

  function sendOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  }

  return (
    <div className={styles.field}>
      <div className={styles.heading}>
        <label htmlFor={fieldIds.prompt}>{texts.generate.prompt}</label>
        {prompt.length > countedFrom && <PromptCounter length={prompt.length} />}
      </div>
      <textarea
        id={fieldIds.prompt}
        className={styles.text}
        rows={3}
        placeholder={texts.generate.promptPlaceholder}
        value={prompt}
        onChange={(event) => editor.transact(changeSettings({ prompt: event.target.value }), 'atOnce')}
        onKeyDown={sendOnEnter}
      />
    </div>
  );
}

function PromptCounter({ length }: { length: number }) {
  const isOver = length > limits.promptLengthMax;
  return (
    <output className={styles.counter} data-over={isOver}>
      {texts.generate.promptCount(length, limits.promptLengthMax)}
    </output>
  );
}
