import type { Document } from '../document/document.ts';
import { blockingProblemsOf } from './blockingProblems.ts';
import { layoutOf } from './layout.ts';
import type { Problem } from './problem.ts';
import type { Settings } from './settings.ts';
import { warningsOf } from './warnings.ts';

/** All that stops sending, then all that only warns; at most one problem of an id. */
export function problemsOf(document: Document, settings: Settings): Problem[] {
  const layout = layoutOf(document);
  return [...blockingProblemsOf(document, settings, layout), ...warningsOf(document, layout)];
}
