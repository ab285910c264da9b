import { type Backoff, backoffMs } from '../../../contract/retry.ts';
import type { InPhase } from '../generation.ts';
import { type Effect, enter, type Facts, type Step, unchanged } from './events.ts';
import { type Failure, type Fault, interrupted, lostAnswer } from './failures.ts';

/**
 * A create whose answer was lost, with its connection or its page. The same request with the same id is given to the server
 * again, until it tells what came of the first: it keeps that for so long, and sends an id once. Only a server that promised
 * so before the request left is asked (`sentAt`), and only while it remembers; in doubt, the person is asked instead.
 */
const backoff: Backoff = { firstMs: 1000, maxMs: 15_000 };
/** In milliseconds. A server that is away for longer leaves the person the question. */
const patienceMs = 10 * 60_000;
/** In milliseconds: clocks differ, and a repeat takes its time. */
const memoryMarginMs = 3_600_000;

/** Whether the fault leaves open what came of the create, of which the server may still know. */
export function isAnswerLost({ phase }: InPhase<'sending'>, fault: Fault): boolean {
  if (fault.isOutcome === true || fault.status === undefined) return false;
  // What refuses a repeat, as a rate limit does, says nothing of the create before it.
  return phase.repeat !== undefined || fault.mayHaveBeenCharged;
}

/** `fault` is undefined where the page went that would have been told. */
export function repeatCreate(
  generation: InPhase<'sending'>,
  fault: Fault | undefined,
  facts: Facts,
  effects: readonly Effect[] = [],
): Step {
  const { phase, request } = generation;
  const { now } = facts;
  const { since, count } = phase.repeat ?? { since: now, count: 0 };
  const isOver = now - since > patienceMs || (phase.repeat !== undefined && isRefused(fault));
  if (request === undefined || phase.sentAt === undefined || isOver || !isRemembered(phase.sentAt, facts)) {
    return leaveInDoubt(generation, fault === undefined ? interrupted : lostAnswer(fault), now);
  }
  const repeated = { name: 'sending', hasLeft: true, sentAt: phase.sentAt } as const;
  const askedMs = (fault?.retryAfterSeconds ?? 0) * 1000;
  const afterMs = fault === undefined ? 0 : Math.max(askedMs, backoffMs(backoff, count + 1));
  return unchanged({ ...generation, phase: { ...repeated, repeat: { since, count: count + 1 } } }, [
    ...effects,
    { type: 'repeatCreate', request, sentAt: phase.sentAt, afterMs },
  ]);
}

/** Only a person leaves that, or the server, where it is asked what came of it. */
export function leaveInDoubt(generation: InPhase<'sending'>, failure: Failure, now: number): Step {
  const { sentAt } = generation.phase;
  return enter(generation, { name: 'unknown', finishedAt: now, failure, sentAt });
}

/** Whether a server that promised to keep what came of a create at that time still does. */
export function isRemembered(
  at: number,
  { now, createMemoryMs }: Pick<Facts, 'now' | 'createMemoryMs'>,
): boolean {
  return now - at < createMemoryMs - memoryMarginMs;
}

/** A 4xx that no waiting mends. Signing in mends a 401, and another answer comes from something between. */
function isRefused(fault: Fault | undefined): boolean {
  const { status = 0, code = '' } = fault ?? {};
  if (code === 'bad_answer' || code === 'server_changed') return false;
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}
