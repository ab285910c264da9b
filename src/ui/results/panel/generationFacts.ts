import { models } from '../../../contract/model.ts';
import { creditsReserved } from '../../../contract/task.ts';
import type { Generation } from '../../../store/generations/generation.ts';
import { durationText } from '../../kit/formats.ts';
import * as lateTexts from '../../texts/lateTexts.ts';

export type Fact = { readonly name: string; readonly text: string };

/** What is worth knowing of a generation beside its prompt and its images, in the order in which it is read. */
export function generationFacts(generation: Generation): readonly Fact[] {
  const { document, settings, startedAt, phase, isSandbox } = generation;
  const { width, height } = document.canvas;
  const credits = 'task' in phase && phase.task ? creditsReserved(phase.task) : undefined;
  return [
    { name: lateTexts.generationCard.canvas, text: `${width} × ${height}` },
    { name: lateTexts.generationCard.model, text: models[settings.model].label },
    { name: lateTexts.generationCard.speed, text: lateTexts.request.speeds[settings.speed] },
    ...('finishedAt' in phase
      ? [{ name: lateTexts.generationCard.duration, text: durationText(phase.finishedAt - startedAt) }]
      : []),
    ...(credits === undefined
      ? []
      : [
          {
            name: lateTexts.generationCard.credits,
            text: isSandbox
              ? lateTexts.generationCard.free
              : lateTexts.generationCard.creditsReserved(credits),
          },
        ]),
  ];
}

/** Today only the time says when; `now` and times in ms since 1970. */
export function whenText({ startedAt }: Pick<Generation, 'startedAt'>, now: number): string {
  const date = new Date(startedAt);
  const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  if (date.toDateString() === new Date(now).toDateString()) return time;
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  const day = date.toLocaleDateString([], {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return `${day}, ${time}`;
}

const units = ['B', 'kB', 'MB', 'GB'] as const;

/** Bytes as file managers write them, in powers of 1000: `640 kB`, `4.2 MB`. */
export function sizeText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}
