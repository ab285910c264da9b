import { requestHeaders } from '../../contract/requestHeaders.ts';
import { HttpError } from '../httpError.ts';

/** Of a create whose outcome nobody can tell any more. */
export function outcomeUnknown(): HttpError {
  const message =
    'This request came a second time and was not sent again. The first one may have been charged: ' +
    'check your credits at the service before you press Generate again.';
  return new HttpError(502, 'outcome_unknown', message);
}

/**
 * Where one that was sent may have been forgotten, and nothing says whether this is a new one. Not an outcome: a page then says
 * by itself how long ago it was pressed.
 */
export function memoryLost(): HttpError {
  const message =
    'This server’s record of what it sent does not go back far enough yet to know that this was not sent before, so it did not ' +
    `send it now. Ask again with a header ${requestHeaders.generationRepeat}, which says how many milliseconds ago you first sent it.`;
  return new HttpError(503, 'outcome_unknown', message, { retryAfter: '1' });
}

export function idReused(): HttpError {
  const message =
    'This generation’s id was used for another request before. This one was not sent, and nothing was charged for it; ' +
    'send it with an id of its own.';
  return new HttpError(409, 'generation_id_reused', message);
}

export function attemptRefused(): HttpError {
  const message =
    'A further attempt is for a generation whose attempt before was clearly refused, which is not known of this one. ' +
    'It was not sent, and nothing was charged for it; send it with an id of its own.';
  return new HttpError(409, 'generation_attempt_refused', message);
}

export function tooLate(): HttpError {
  const message =
    'This was never sent, and it was too late to send it by itself. Nothing was charged; press Generate again if you still want it.';
  return new HttpError(409, 'generation_too_late', message, { isFree: true });
}

/** Where it cannot be kept that a create is sent, so that it might be sent twice; nor be told whether a repeat was before. */
export function storeAway(isRepeat: boolean): HttpError {
  const message =
    'This server cannot keep a record of what it sends at the moment, so it did not send this' +
    (isRepeat ? ' again. Whether it was sent before is not known yet;' : '. Nothing was charged;') +
    ' try again in a moment.';
  return new HttpError(503, 'server_busy', message, { retryAfter: '5', isFree: !isRepeat });
}
