import type { MiddlewareHandler } from 'hono';
import { HttpError } from '../httpError.ts';

/**
 * For routes that ask others before they answer. Hono answers HEAD by the handler of GET and lets its body be: a stream of
 * events would go on for nobody until its task ends, and an image's host be asked for bytes that nobody takes.
 */
export const refuseHead: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'HEAD') return next();
  const response = new HttpError(405, 'method_not_allowed', 'This address answers to GET alone.').response();
  response.headers.set('allow', 'GET');
  return response;
};
