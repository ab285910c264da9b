import type { Editor } from '../../../store/createEditor.ts';
import { type Generation, isUnderWay } from '../../../store/generations/generation.ts';
import { notify } from './notifications.ts';
import { tabTitle } from './outcomeTexts.ts';

/**
 * Tells of generations in the tab's title, and by a notification where that is wanted, whatever ends while nobody looks at
 * the page. Returns the way to stop.
 */
export function followOutcomes({ generations: { store }, config, transact }: Editor): () => void {
  let running = runningIds(store.getState().generations);
  let news: Generation | undefined;

  function follow() {
    const all = store.getState().generations;
    const ended = all.find((each) => running.has(each.id) && !isUnderWay(each));
    running = runningIds(all);
    if (ended && !isLookedAt()) {
      news = ended;
      notify(ended, () => transact((state) => ({ ...state, isResultsOpen: true })));
    }
    write();
  }

  function look() {
    if (isLookedAt()) news = undefined;
    write();
  }

  function write() {
    document.title = tabTitle(running.size, news);
  }

  /** Those of another service go on with another server, and may never come to an end here. */
  function runningIds(all: readonly Generation[]): ReadonlySet<string> {
    const isSandbox = config.mode === 'sandbox';
    return new Set(
      all.filter((each) => isUnderWay(each) && each.isSandbox === isSandbox).map(({ id }) => id),
    );
  }

  write();
  const listening = new AbortController();
  window.addEventListener('focus', look, { signal: listening.signal });
  document.addEventListener('visibilitychange', look, { signal: listening.signal });
  const unsubscribe = store.subscribe(follow);
  return () => {
    listening.abort();
    unsubscribe();
  };
}

function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
