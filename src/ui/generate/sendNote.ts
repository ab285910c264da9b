import type { Config } from '../../contract/config.ts';
import type { Editor } from '../../store/createEditor.ts';
import type { Generation } from '../../store/generations/generation.ts';

const chargeNotes = {
  live: 'Each click is charged and not refunded.',
  sandbox: 'Sandbox: free, results are local renderings.',
} as const;

/** What a press of Generate would cost now, and when it would be sent. */
export function sendNote({ config, generations }: Editor, underWay: readonly Generation[]): string {
  const ours = underWay.filter(({ id }) => generations.isWorkedOnHere(id));
  const isFull = ours.length >= generations.generationsAtOnce;
  return isFull ? queuedNote(config.mode, generations.generationsAtOnce) : chargeNotes[config.mode];
}

function queuedNote(mode: Config['mode'], generationsAtOnce: number): string {
  const turn = generationsAtOnce === 1 ? 'the one running has' : `one of ${generationsAtOnce} has`;
  return mode === 'live'
    ? `Queued: sent and charged when ${turn} ended.`
    : `Queued: starts when ${turn} ended.`;
}
