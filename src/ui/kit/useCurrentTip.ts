import { useEffect, useState } from 'react';
import type { TipSide } from './Tip.tsx';

type CurrentTip = {
  readonly anchor: Element;
  readonly text: string;
  readonly keys: string | undefined;
  readonly side: TipSide;
};

/** The pointer rests this long before the first tip; from one tip to the next there is no wait. */
const delayMs = 450;

/** The tip to show now: of the control under the resting pointer, or of the one that the keyboard has focused. */
export function useCurrentTip(): CurrentTip | null {
  const [tip, setTip] = useState<CurrentTip | null>(null);
  useEffect(() => listenForTips(setTip), []);
  return tip;
}

/** Tells `show` which tip to show, or null. Returns the way to stop. */
function listenForTips(show: (tip: CurrentTip | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: CurrentTip | null = null;

  function change(next: CurrentTip | null, delay: number) {
    clearTimeout(timer);
    if (next?.anchor === current?.anchor && next?.text === current?.text) return;
    timer = setTimeout(() => {
      current = next;
      show(next);
    }, delay);
  }

  const pointAt = ({ target }: Event) => {
    const next = tipAt(target);
    change(next, next !== null && current === null ? delayMs : 0);
  };
  const focus = ({ target }: Event) => {
    if (target instanceof Element && target.matches(':focus-visible')) change(tipAt(target), 0);
  };
  const hide = () => change(null, 0);

  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('pointerover', pointAt, { signal });
  document.addEventListener('focusin', focus, { signal });
  for (const type of ['focusout', 'pointerdown', 'keydown', 'wheel'] as const) {
    document.addEventListener(type, hide, { signal, passive: true });
  }
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}

function tipAt(target: EventTarget | null): CurrentTip | null {
  const marked = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  const anchor = marked?.firstElementChild;
  if (!marked || !anchor) return null;
  const { tip = '', tipKeys, tipSide } = marked.dataset;
  return { anchor, text: tip, keys: tipKeys, side: sides.find((side) => side === tipSide) ?? 'bottom' };
}

const sides: readonly TipSide[] = ['top', 'right', 'bottom', 'left'];
