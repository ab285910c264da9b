import { models } from '../../../contract/model.ts';
import { creditsReserved } from '../../../contract/task.ts';
import type { Generation } from '../../../store/generations/generation.ts';
import { durationText } from '../../kit/durationText.ts';

export type Fact = { readonly name: string; readonly text: string };

const speeds = { fast: 'Fast', turbo: 'Turbo' } as const;

/** What is worth knowing of a generation beside its prompt and its images, in the order in which it is read. */
export function generationFacts(generation: Generation): readonly Fact[] {
  const { document, settings, startedAt, phase, isSandbox } = generation;
  const { width, height } = document.canvas;
  const credits = 'task' in phase && phase.task ? creditsReserved(phase.task) : undefined;
  return [
    { name: 'Canvas', text: `${width} × ${height}` },
    { name: 'Model', text: models[settings.model].label },
    { name: 'Speed', text: speeds[settings.speed] },
    ...('finishedAt' in phase
      ? [{ name: 'Duration', text: durationText(phase.finishedAt - startedAt) }]
      : []),
    ...(credits === undefined
      ? []
      : [{ name: 'Credits reserved', text: isSandbox ? 'Sandbox: free' : creditsText(credits) }]),
  ];
}

function creditsText(credits: number): string {
  return credits === 1 ? '1 credit reserved' : `${credits} credits reserved`;
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
