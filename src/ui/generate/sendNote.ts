import type { Editor } from '../../store/createEditor.ts';
import type { Generation } from '../../store/generations/generation.ts';
import * as texts from '../texts/texts.ts';

/** What a press of Generate would cost now, and when it would be sent. */
export function sendNote({ config, generations }: Editor, underWay: readonly Generation[]): string {
  const ours = underWay.filter(({ id }) => generations.isWorkedOnHere(id));
  const isFull = ours.length >= generations.generationsAtOnce;
  const { charge, queued } = texts.generate;
  return isFull ? queued[config.mode](generations.generationsAtOnce) : charge[config.mode];
}
