import { useEffect, useState } from 'react';
import * as texts from '../texts/texts.ts';

/**
 * Puts text on the clipboard, and says whether it worked. `navigator.clipboard` is missing over plain http and may be
 * forbidden; the older command works there, from a selection within the user's click.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.cssText = 'position: fixed; opacity: 0';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

const shownMs = 2500;

/** Copies text, and says for a moment what came of it. */
export function useCopy(): { message: string; copy(text: string): void } {
  const [message, setMessage] = useState('');

  useEffect(() => {
    if (message === '') return;
    const timer = setTimeout(() => setMessage(''), shownMs);
    return () => clearTimeout(timer);
  }, [message]);

  async function copy(text: string) {
    setMessage((await copyText(text)) ? texts.kit.copied : texts.kit.copyBlocked);
  }

  return { message, copy: (text) => void copy(text) };
}
