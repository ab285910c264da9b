/**
 * Every sentence that a person reads, in the language of the page. Another language is another folder beside `en/` with
 * the same files, each typed by `Texts`, and it would be chosen here. Import this file as a whole, `import * as texts`: what
 * is loaded later then brings its own sentences along.
 */
export { failureTexts } from './en/failures.ts';
export { hints } from './en/hints.ts';
export { callbackUrlFaults, problems } from './en/problems.ts';
export { statusLine } from './en/statusLine.ts';
export { toolNames } from './en/toolNames.ts';

/** What another language has to say. */
export type Texts = typeof import('./texts.ts');
