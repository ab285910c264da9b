import type { Generation } from '../../../store/generations/generation.ts';

export type StateFilter = 'all' | 'completed' | 'failed' | 'underWay';
export type ServiceFilter = 'all' | 'sandbox' | 'live';
export type ResultFilter = {
  /** Words that the prompt has, in any order and letter case. */
  readonly text: string;
  readonly state: StateFilter;
  readonly service: ServiceFilter;
};

export const noFilter: ResultFilter = { text: '', state: 'all', service: 'all' };

export function isFiltering({ text, state, service }: ResultFilter): boolean {
  return text.trim() !== '' || state !== 'all' || service !== 'all';
}

export function passesFilter(generation: Generation, { text, state, service }: ResultFilter): boolean {
  const prompt = generation.settings.prompt.toLocaleLowerCase();
  const words = text.toLocaleLowerCase().split(/\s+/);
  return (
    words.every((word) => prompt.includes(word)) &&
    (state === 'all' || stateOf(generation) === state) &&
    (service === 'all' || (service === 'sandbox') === generation.isSandbox)
  );
}

/** One in doubt is among the failed: both ask something of the person. */
function stateOf({ phase }: Generation): StateFilter {
  if (phase.name === 'completed') return 'completed';
  return phase.name === 'failed' || phase.name === 'unknown' ? 'failed' : 'underWay';
}
