import { useDeferredValue, useMemo } from 'react';
import type { Problem } from '../../model/request/problem.ts';
import { problemsOf } from '../../model/request/problems.ts';
import { useDocument, useSettings } from '../../store/useEditor.ts';

/** The problems of the document and the settings. They count pixels, so they may trail behind fast typing. */
export function useProblems(): readonly Problem[] {
  const document = useDeferredValue(useDocument((current) => current));
  const settings = useDeferredValue(useSettings((current) => current));
  return useMemo(() => problemsOf(document, settings), [document, settings]);
}

export function firstStop(problems: readonly Problem[]): Problem | undefined {
  return problems.find((problem) => problem.severity === 'stops');
}
