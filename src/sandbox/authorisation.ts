import type { MiddlewareHandler } from 'hono';
import { errorOfKey } from './scenarios.ts';
import { ServiceError } from './serviceError.ts';

/** Lets requests with a bearer key pass: any key, save those that stand for an error. */
export const requireKey: MiddlewareHandler = async (context, next) => {
  const error = errorOfKey(bearerKey(context.req.header('Authorization')));
  if (error?.status === 401) throw error;
  await next();
};

/** Creating a task is where the errors of the other scenario keys show. */
export const requireCreditedKey: MiddlewareHandler = async (context, next) => {
  const error = errorOfKey(bearerKey(context.req.header('Authorization')));
  if (error !== undefined) throw error;
  await next();
};

function bearerKey(header = ''): string {
  const key = /^Bearer +(\S+)$/i.exec(header.trim())?.[1];
  if (key === undefined) {
    throw new ServiceError('unauthorized', 'An API key is needed: Authorization: Bearer YOUR_KEY.');
  }
  return key;
}
