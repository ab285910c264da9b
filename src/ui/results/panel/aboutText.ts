import { limits } from '../../../contract/limits.ts';
import type { Generation } from '../../../store/generations/generation.ts';
import * as texts from '../../texts/texts.ts';
import { imagesText } from '../strip/resultTexts.ts';
import { isFailed } from '../strip/settledGenerations.ts';
import { generationFacts } from './generationFacts.ts';

/** A generation for whoever opens its folder years later, without this editor. */
export function aboutText(generation: Generation, fileNames: readonly string[]): string {
  const { document, settings, startedAt, isSandbox, phase, base } = generation;
  const lines = [
    ['Sent', new Date(startedAt).toISOString()],
    ['Outcome', outcomeOf(generation)],
    ...generationFacts(generation).map(({ name, text }) => [name, text]),
    ['Service', isSandbox ? 'Sandbox: local renderings, not Midjourney’s' : 'Live'],
    ...(document.image ? [['Photograph', photographOf(document.image)]] : []),
    ...('task' in phase && phase.task ? [['Task', phase.task.id]] : []),
    ...(base ? [['Made from', `result ${base.index + 1} of generation ${base.generationId}`]] : []),
    ['Generation', generation.id],
    ['Files', fileNames.join(', ') || 'none'],
  ];
  return `${settings.prompt}\n\n${lines.map(([name, text]) => `${name}: ${text}`).join('\n')}\n`;
}

function outcomeOf(generation: Generation): string {
  if (isFailed(generation)) {
    const { name, failure } = generation.phase;
    const { message } = texts.failureTexts(generation);
    return `${name === 'failed' ? 'failed' : 'not known'}: ${message} (${failure.code})`;
  }
  const { phase } = generation;
  if (phase.name !== 'completed') return 'under way';
  const missing = phase.results.filter(({ kind }) => kind !== 'fetched').length;
  const note = `; ${missing} not fetched, the service keeps them for ${limits.resultLifetimeHours} hours`;
  return `completed, ${imagesText(phase.results.length)}${missing > 0 ? note : ''}`;
}

function photographOf({ name, width, height }: { name: string; width: number; height: number }): string {
  return `${name}, ${width} × ${height} px`;
}
