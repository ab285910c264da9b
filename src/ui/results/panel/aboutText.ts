import { limits } from '../../../contract/limits.ts';
import type { Generation } from '../../../store/generations/generation.ts';
import * as lateTexts from '../../texts/lateTexts.ts';
import * as texts from '../../texts/texts.ts';
import { isFailed } from '../generationKinds.ts';
import { generationFacts } from './generationFacts.ts';

/** A generation for whoever opens its folder years later, without this editor. */
export function aboutText(generation: Generation, fileNames: readonly string[]): string {
  const { document, settings, startedAt, isSandbox, phase, base } = generation;
  const lines = [
    [lateTexts.about.sent, new Date(startedAt).toISOString()],
    [lateTexts.about.outcome, outcomeOf(generation)],
    ...generationFacts(generation).map(({ name, text }) => [name, text]),
    [lateTexts.about.service, isSandbox ? lateTexts.about.sandbox : lateTexts.about.live],
    ...(document.image ? [[lateTexts.about.photograph, photographOf(document.image)]] : []),
    ...('task' in phase && phase.task ? [[lateTexts.about.task, phase.task.id]] : []),
    ...(base ? [[lateTexts.about.madeFrom, lateTexts.about.result(base.index + 1, base.generationId)]] : []),
    [lateTexts.about.generation, generation.id],
    [lateTexts.about.files, fileNames.join(', ') || lateTexts.about.none],
  ];
  return `${settings.prompt}\n\n${lines.map(([name, text]) => `${name}: ${text}`).join('\n')}\n`;
}

function outcomeOf(generation: Generation): string {
  if (isFailed(generation)) {
    const { name, failure } = generation.phase;
    const { message } = lateTexts.failureTexts(generation);
    return `${lateTexts.about[name]}: ${message} (${failure.code})`;
  }
  const { phase } = generation;
  if (phase.name !== 'completed') return lateTexts.about.underWay;
  const missing = phase.results.filter(({ kind }) => kind !== 'fetched').length;
  const note = missing > 0 ? lateTexts.about.notFetched(missing, limits.resultLifetimeHours) : '';
  return `${lateTexts.about.completed(texts.results.images(phase.results.length))}${note}`;
}

function photographOf({ name, width, height }: { name: string; width: number; height: number }): string {
  return `${name}, ${width} × ${height} px`;
}
