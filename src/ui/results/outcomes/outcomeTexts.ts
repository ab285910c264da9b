import type { Generation } from '../../../store/generations/generation.ts';
import * as texts from '../../texts/texts.ts';
import { imagesText } from '../strip/resultTexts.ts';
import { isFailed } from '../strip/settledGenerations.ts';

const product = 'Upload-paint editor';
const promptLengthMax = 60;

const verdicts: Partial<Record<Generation['phase']['name'], string>> = {
  completed: 'Done',
  failed: 'Failed',
  unknown: 'In doubt',
};

/** What came of a generation, for the tab's title and for the heading of a notification. */
export function outcomeTitle({ phase, settings }: Generation): string {
  return `${verdicts[phase.name] ?? 'Under way'}: ${shorten(settings.prompt)}`;
}

/** The sentence below that heading. */
export function outcomeBody(generation: Generation): string {
  const { phase, isSandbox } = generation;
  if (phase.name === 'completed') {
    return `${imagesText(phase.results.length)} from the ${isSandbox ? 'sandbox' : 'service'}.`;
  }
  return isFailed(generation) ? texts.failureTexts(generation).message : '';
}

/** `news` is what ended while nobody was looking. */
export function tabTitle(runningCount: number, news: Generation | undefined): string {
  const running = runningCount > 0 ? `(${runningCount} running) ` : '';
  return `${running}${news ? `${outcomeTitle(news)} – ` : ''}${product}`;
}

function shorten(prompt: string): string {
  const characters = [...prompt.trim().replace(/\s+/g, ' ')];
  if (characters.length <= promptLengthMax) return characters.join('');
  return `${characters.slice(0, promptLengthMax - 1).join('')}…`;
}
