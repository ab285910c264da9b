import { type Generation, type InPhase, isInPhase } from '../generation.ts';
import { type Facts, type Step, unchanged } from './events.ts';
import type { Fault } from './failures.ts';
import { refuseCreate } from './refusing.ts';
import { isRemembered } from './repeating.ts';

/**
 * A create in doubt, of which the person asks the server once more what came of it. It is asked by the same id, in a way that
 * never sends anything; so all that can come of it is to know more. Undefined where the server cannot know.
 */
export function askOutcome(generation: Generation, facts: Facts): Step | undefined {
  if (!isOutcomeAskable(generation, facts) || generation.phase.asked === 'asking') return undefined;
  const { phase } = generation;
  return unchanged({ ...generation, phase: { ...phase, asked: 'asking' } }, [
    { type: 'askOutcome', sentAt: phase.sentAt },
  ]);
}

type Askable = InPhase<'unknown'> & { readonly phase: { readonly sentAt: number } };

/** Whether the server may know more: only where it promised so before the create left, and while it remembers. */
export function isOutcomeAskable(
  generation: Generation,
  facts: Pick<Facts, 'now' | 'isSandbox' | 'createMemoryMs'>,
): generation is Askable {
  if (!isInPhase(generation, 'unknown') || generation.isSandbox !== facts.isSandbox) return false;
  const { sentAt } = generation.phase;
  return sentAt !== undefined && isRemembered(sentAt, facts);
}

/** Whether a task that the server tells of is news. The person may have taken the question back before it was answered. */
export function isOutcomeOpen({ phase }: Generation): boolean {
  return phase.name === 'unknown' || (phase.name === 'failed' && phase.failure.charged === 'dismissed');
}

/**
 * The server's word that the create was refused ends the doubt; that it does not know, or no word on the create, leaves it. A late
 * answer that nobody waits for changes nothing.
 */
export function answerOutcome(generation: InPhase<'unknown'>, fault: Fault, facts: Facts): Step {
  if (generation.phase.asked !== 'asking') return unchanged(generation);
  if (fault.isOutcome && !fault.mayHaveBeenCharged) return refuseCreate(generation, fault, facts);
  const asked = fault.isOutcome ? 'unknown' : 'unanswered';
  return unchanged({ ...generation, phase: { ...generation.phase, asked } });
}
