import { generationAttemptsMax } from '../../../contract/requestHeaders.ts';
import { attemptOf, type Generation, type InPhase, isInPhase } from '../generation.ts';
import { enter, type Facts, type Step } from './events.ts';
import { isRemembered } from './repeating.ts';

/**
 * What was clearly refused, and not charged, is sent again as the next attempt of the same generation: the server knows it by
 * its id, and sends an attempt only where it knows that the one before was refused. Whatever else is sent again is a new
 * generation. So is what the server does not remember, since it would refuse the attempt.
 */
export function isRefusalRemembered(
  generation: Generation,
  facts: Pick<Facts, 'now' | 'isSandbox' | 'createMemoryMs'>,
): generation is InPhase<'failed'> {
  const { refused, isSandbox } = generation;
  if (!isInPhase(generation, 'failed') || refused === undefined) return false;
  const { failure, task } = generation.phase;
  const isUncharged = failure.charged === 'no' && task === undefined;
  const isOfThisService = isSandbox === facts.isSandbox;
  const isLast = attemptOf(generation) > generationAttemptsMax;
  return isUncharged && isOfThisService && !isLast && isRemembered(refused.at, facts);
}

/** Undefined where there is nothing to retry, or other than the refusal that the person has seen. */
export function retryRefused(generation: Generation, finishedAt: number, facts: Facts): Step | undefined {
  if (!isRefusalRemembered(generation, facts) || generation.phase.finishedAt !== finishedAt) return undefined;
  return enter({ ...generation, startedAt: facts.now }, { name: 'queued' }, [{ type: 'enqueue' }]);
}
