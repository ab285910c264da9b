import { ProxyError } from '../../api/proxyError.ts';
import { ScalingError } from '../../image/scalingError.ts';
import { WorkerClosedError, WorkerError } from '../../workers/connect.ts';
import { PhotographGoneError } from '../images/storedImages.ts';
import type { Fault } from './machine/failures.ts';

/** What a generation is told of an error, as facts. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ProxyError) {
    const { code, message, reason, status, mayHaveBeenCharged, retryAfterSeconds, isOutcome } = error;
    const told = { code, message, ...(reason && { reason }), status, mayHaveBeenCharged, retryAfterSeconds };
    return isOutcome ? { ...told, isOutcome } : told;
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'not_sent', message, ...reasonBehind(error), mayHaveBeenCharged: false };
}

function reasonBehind(error: unknown): Pick<Fault, 'reason'> {
  if (error instanceof WorkerError) return { reason: 'worker_broken' };
  if (error instanceof WorkerClosedError) return { reason: 'press_expired' };
  if (error instanceof ScalingError) return { reason: 'no_memory' };
  return error instanceof PhotographGoneError ? { reason: 'photograph_gone' } : {};
}
