import { useEffect } from 'react';
import type { Editor } from '../../store/createEditor.ts';
import { type Generation, isUnderWay } from '../../store/generations/generation.ts';
import { useEditor } from '../../store/useEditor.ts';
import * as texts from '../texts/texts.ts';
import { runningGenerations } from './generationKinds.ts';

/** The tab says what came of generations while the person was elsewhere. */
export function useNotifications() {
  const editor = useEditor();
  useEffect(() => watchGenerations(editor), [editor]);
}

/**
 * Says in the tab's title, and by a notification where that is wanted, what becomes of generations that end while nobody
 * looks at the page. Returns the way to stop.
 */
export function watchGenerations({ generations: { store }, config, transact }: Editor): () => void {
  let running = runningIds(store.getState().generations);
  /** What the title says of it. */
  let unseen: string | undefined;

  function update() {
    const all = store.getState().generations;
    const ended = all.find((each) => running.has(each.id) && !isUnderWay(each));
    running = runningIds(all);
    if (ended && !isLookedAt()) {
      // Without its code only the number of those that run is told.
      void tell(ended).catch(() => undefined);
    }
    writeTitle();
  }

  async function tell(ended: Generation) {
    const { notificationTitle, notify } = await import('./notifications.ts');
    if (isLookedAt()) return;
    unseen = notificationTitle(ended);
    writeTitle();
    await notify(ended, () => transact((state) => ({ ...state, isResultsOpen: true })));
  }

  function markSeen() {
    if (isLookedAt()) unseen = undefined;
    writeTitle();
  }

  function writeTitle() {
    document.title = documentTitle(running.size, unseen);
  }

  function runningIds(all: readonly Generation[]): ReadonlySet<string> {
    return new Set(runningGenerations(all, config).map(({ id }) => id));
  }

  writeTitle();
  const listening = new AbortController();
  window.addEventListener('focus', markSeen, { signal: listening.signal });
  document.addEventListener('visibilitychange', markSeen, { signal: listening.signal });
  const unsubscribe = store.subscribe(update);
  return () => {
    listening.abort();
    unsubscribe();
  };
}

function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/** `unseen` is what ended while nobody was looking. */
function documentTitle(runningCount: number, unseen: string | undefined): string {
  const running = runningCount > 0 ? texts.outcomes.running(runningCount) : '';
  return `${running}${unseen ? `${unseen} – ` : ''}${texts.outcomes.product}`;
}
