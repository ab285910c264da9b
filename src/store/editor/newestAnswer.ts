import { createStore } from 'zustand/vanilla';

/**
 * A question that takes long. `topic` is what an earlier answer must be about to be shown until the new one is there;
 * questions of the same `key` are the same.
 */
export type LongQuestion<Answer> = { readonly topic: string; readonly key: unknown; ask(): Promise<Answer> };

export type NewestAnswer<Answer> = {
  readonly topic: string;
  /** Of the newest question that has been answered. */
  readonly answer: Answer | null;
  readonly isWorking: boolean;
  /** Why the newest question has no answer. */
  readonly problem: string | null;
};

/**
 * Holds the answer to the newest of questions, in `store`, null while there is no question. One question is under way at a
 * time, and those overtaken meanwhile are never asked. `free` is told each answer that is not held any more.
 */
export function createNewestAnswer<Answer>(free: (answer: Answer) => void) {
  const store = createStore<NewestAnswer<Answer> | null>()(() => null);
  let wanted: LongQuestion<Answer> | null = null;
  let isAsking = false;

  function hold(next: NewestAnswer<Answer> | null): void {
    const before = store.getState()?.answer ?? null;
    store.setState(next, true);
    if (before !== null && before !== next?.answer) free(before);
  }

  async function goOn(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    for (let asked: LongQuestion<Answer> | undefined; wanted !== null && wanted !== asked; ) {
      asked = wanted;
      try {
        take(asked, await asked.ask());
      } catch (error) {
        if (asked === wanted) fail(asked, error);
      }
    }
    isAsking = false;
  }

  function take({ topic, key }: LongQuestion<Answer>, answer: Answer): void {
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
      void goOn();
    },
    forget(): void {
      wanted = null;
      if (store.getState() !== null) hold(null);
    },
  };
}
