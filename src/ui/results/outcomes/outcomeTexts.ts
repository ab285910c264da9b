import type { Generation } from '../../../store/generations/generation.ts';
import * as texts from '../../texts/texts.ts';
import { isFailed } from '../strip/settledGenerations.ts';

const promptLengthMax = 60;

/** What came of a generation, for the tab's title and for the heading of a notification. */
export function outcomeTitle({ phase, settings }: Generation): string {
  return texts.outcomes.heading(verdictOf(phase), shorten(settings.prompt));
}

function verdictOf({ name }: Generation['phase']): string {
  return name === 'completed' || name === 'failed' || name === 'unknown'
    ? texts.outcomes[name]
    : texts.outcomes.underWay;
}

/** The sentence below that heading. */
export function outcomeBody(generation: Generation): string {
  const { phase, isSandbox } = generation;
  if (phase.name === 'completed') {
    return texts.outcomes.imagesCame(phase.results.length, isSandbox);
  }
  return isFailed(generation) ? texts.failureTexts(generation).message : '';
}

/** `news` is what ended while nobody was looking. */
export function tabTitle(runningCount: number, news: Generation | undefined): string {
  const running = runningCount > 0 ? texts.outcomes.running(runningCount) : '';
  return `${running}${news ? `${outcomeTitle(news)} – ` : ''}${texts.outcomes.product}`;
}

function shorten(prompt: string): string {
  const characters = [...prompt.trim().replace(/\s+/g, ' ')];
  if (characters.length <= promptLengthMax) return characters.join('');
  return `${characters.slice(0, promptLengthMax - 1).join('')}…`;
}
