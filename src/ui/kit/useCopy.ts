import { useEffect, useState } from 'react';
import * as texts from '../texts/texts.ts';
import { copyText } from './copyText.ts';

const shownMs = 2500;

/** Copies text, and says for a moment what came of it. */
export function useCopy(): { outcome: string; copy(text: string): void } {
  const [outcome, setOutcome] = useState('');

  useEffect(() => {
    if (outcome === '') return;
    const timer = setTimeout(() => setOutcome(''), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(text: string) {
    setOutcome((await copyText(text)) ? texts.kit.copied : texts.kit.copyBlocked);
  }

  return { outcome, copy: (text) => void copy(text) };
}
