import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/**
 * A question that takes long. `topic` is what an earlier answer must be about to be shown until the new one is there;
 * questions of the same `key` are the same.
 */
export type LongQuestion<Answer> = { readonly topic: string; readonly key: unknown; ask(): Promise<Answer> };

export type LatestAnswer<Answer> = {
  readonly topic: string;
  /** Of the latest question that has been answered. */
  readonly answer: Answer | null;
  readonly isWorking: boolean;
  /** Why the latest question has no answer. */
  readonly problem: string | null;
};

/**
 * Holds the answer to the latest of questions, in `store`, null while there is no question. One question is under way at a
 * time, and those overtaken meanwhile are never asked. `free` is told each answer that is not held any more.
 */
export function createLatestAnswer<Answer>(free: (answer: Answer) => void) {
  const store = createStore<LatestAnswer<Answer> | null>()(() => null);
  let wanted: LongQuestion<Answer> | null = null;
  let isAsking = false;

  function hold(next: LatestAnswer<Answer> | null): void {
    const before = store.getState()?.answer ?? null;
    store.setState(next, true);
    if (before !== null && before !== next?.answer) free(before);
  }

  async function askUntilLatest(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    for (let asked: LongQuestion<Answer> | undefined; wanted !== null && wanted !== asked; ) {
      asked = wanted;
      try {
        accept(asked, await asked.ask());
      } catch (error) {
        if (asked === wanted) fail(asked, error);
      }
    }
    isAsking = false;
  }

  function accept({ topic, key }: LongQuestion<Answer>, answer: Answer): void {
    if (wanted?.topic === topic) hold({ topic, answer, isWorking: wanted.key !== key, problem: null });
    else free(answer);
  }

  function fail({ topic }: LongQuestion<Answer>, error: unknown): void {
    // The same question may be asked again.
    wanted = null;
    const problem = error instanceof Error ? error.message : String(error);
    hold({ topic, answer: null, isWorking: false, problem });
  }

  return {
    store,
    ask(question: LongQuestion<Answer>): void {
      if (wanted?.key === question.key) return;
      wanted = question;
      const held = store.getState();
      const answer = held?.topic === question.topic ? held.answer : null;
      hold({ topic: question.topic, answer, isWorking: true, problem: null });
      void askUntilLatest();
    },
    forget(): void {
      wanted = null;
      if (store.getState() !== null) hold(null);
    },
  };
}

/**
 * The answer to the latest of questions that follow each other, or until it is there to one before; null while there is no
 * question. Both parameters are memoised.
 */
export function useLatestAnswer<Answer>(
  question: LongQuestion<Answer> | null,
  free: (answer: Answer) => void,
): Answer | null {
  const latest = useMemo(() => createLatestAnswer(free), [free]);
  useEffect(() => {
    if (question === null) latest.forget();
    else latest.ask(question);
  }, [latest, question]);
  useEffect(() => latest.forget, [latest]);
  return useStore(latest.store)?.answer ?? null;
}
