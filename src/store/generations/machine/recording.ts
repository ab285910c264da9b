import type { Generation } from '../generation.ts';
import { type Effect, enter, type Facts, type RecordEvent, type Step, unchanged } from './events.ts';
import { notRecorded } from './failures.ts';

/**
 * What the storage's answer leads to: the next phase begins only where the one before is on the disk, or could not be. A
 * record that is refused stops nothing but a create, and is told once.
 */
export function stepRecording(generation: Generation, event: RecordEvent, { now }: Facts): Step {
  const { phase, record: before } = generation;
  const record = recordAfter(event, before);
  const after: Generation = { ...generation, record };
  const told: Effect[] = isFirstRefusal(event, before)
    ? [{ type: 'notify', code: 'generationNotRecorded' }]
    : [];
  if (isOverButRecordedAsUnsent(after)) return unchanged(after, [...told, { type: 'forgetRecord' }]);
  if (event.type === 'recordForgotten' || phase.name !== event.phase) return unchanged(after, told);
  switch (phase.name) {
    case 'queued':
      return unchanged(after, before === undefined ? [...told, { type: 'enqueue' }] : told);
    case 'preparing':
      return enter(after, { name: 'uploading' }, [...told, { type: 'upload' }]);
    case 'sending':
      if (phase.hasLeft || after.request === undefined) return unchanged(after, told);
      if (record === 'older')
        return enter(after, { name: 'failed', finishedAt: now, failure: notRecorded }, told);
      return unchanged({ ...after, phase: { ...phase, hasLeft: true } }, [
        ...told,
        { type: 'create', request: after.request },
      ]);
    default:
      return unchanged(after, told);
  }
}

function recordAfter({ type }: RecordEvent, before: Generation['record']): Generation['record'] {
  if (type === 'recorded') return 'current';
  const isKept = type === 'recordRefused' && (before === 'current' || before === 'older');
  return isKept ? 'older' : 'none';
}

function isFirstRefusal({ type }: RecordEvent, before: Generation['record']): boolean {
  return type === 'recordRefused' && before !== 'older' && before !== 'none';
}

/**
 * The older record would have it sent after a reload, though its failure says that it was not. Deleting that needs no room
 * on the disk.
 */
function isOverButRecordedAsUnsent({ phase, record }: Generation): boolean {
  return phase.name === 'failed' && phase.task === undefined && record === 'older';
}
