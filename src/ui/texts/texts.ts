/**
 * Every sentence that a person reads, in the language of the page: here those of the first page, in `lateTexts.ts` those of what
 * is loaded later. Another language is another folder beside `en/` with the same files, each typed by `Texts`, and both of
 * these files would choose from it.
 */
export { canvasSize, edgeNames } from './en/canvasSize.ts';
export { commands } from './en/commands.ts';
export { generate, progress } from './en/generate.ts';
export { hints, statusLine } from './en/hints.ts';
export { kit } from './en/kit.ts';
export { noticeBox, notices } from './en/notices.ts';
export { page } from './en/page.ts';
export { placement } from './en/placement.ts';
export { problems } from './en/problems.ts';
export { refusals } from './en/refusals.ts';
export { regions } from './en/regions.tsx';
export { outcomes, results } from './en/results.ts';
export { start } from './en/start.tsx';
export { toolNames, toolOptions } from './en/tools.ts';
export { topbar } from './en/topbar.ts';

/** What another language has to say. */
export type Texts = typeof import('./texts.ts') & typeof import('./lateTexts.ts');
