import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createNewestAnswer, type LongQuestion } from './newestAnswer.ts';

/**
 * The answer to the newest of questions that follow each other, or until it is there to one before; null while there is no
 * question. Both parameters are memoised.
 */
export function useNewestAnswer<Answer>(
  question: LongQuestion<Answer> | null,
  free: (answer: Answer) => void,
): Answer | null {
  const newest = useMemo(() => createNewestAnswer(free), [free]);
  useEffect(() => {
    if (question === null) newest.forget();
    else newest.ask(question);
  }, [newest, question]);
  useEffect(() => newest.forget, [newest]);
  return useStore(newest.store)?.answer ?? null;
}
