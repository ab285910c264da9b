import { attemptOf, type InPhase } from '../generation.ts';
import { enter, type Facts, type Step } from './events.ts';
import { areFilesAtFault, createFailure, type Fault, pressExpired } from './failures.ts';

/** The code by which the server tells that a create was never sent, and that its press is too old to be sent now. */
const tooLate = 'generation_too_late';

/** By a fault that is clearly no charge. What the server keeps of it, another attempt may follow. */
export function refuseCreate(generation: InPhase<'sending' | 'unknown'>, fault: Fault, { now }: Facts): Step {
  if (fault.code === tooLate) {
    return enter(generation, { name: 'failed', finishedAt: now, failure: pressExpired });
  }
  const failure = createFailure(fault);
  const urls = generation.uploads.map(({ url }) => url);
  const isToForget = areFilesAtFault(failure, urls);
  const refused = fault.isOutcome ? { attempts: attemptOf(generation), at: now } : undefined;
  return enter(
    { ...generation, refused },
    { name: 'failed', finishedAt: now, failure },
    isToForget ? [{ type: 'forgetUploads', urls }] : [],
  );
}
