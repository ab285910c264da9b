import { bodyLimit } from 'hono/body-limit';
import { limits } from '../contract/limits.ts';
import { ServiceError } from './serviceError.ts';

/** Refuses what the service would find too large for a request. */
export const limitBody = bodyLimit({
  maxSize: limits.requestBytesMax,
  onError: () => {
    throw new ServiceError('invalid_request', 'The request is too large.', 413);
  },
});
