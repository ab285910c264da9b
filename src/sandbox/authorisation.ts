import type { MiddlewareHandler } from 'hono';
import { Refusal } from './refusal.ts';
import { refusalOfKey } from './scenarios.ts';

/** Lets requests with a bearer key pass: any key, save those that stand for an error. */
export const requireKey: MiddlewareHandler = async (context, next) => {
  const refusal = refusalOfKey(bearerKey(context.req.header('Authorization')));
  if (refusal?.status === 401) throw refusal;
  await next();
};

/** Creating a task is where the errors of the other scenario keys show. */
export const requireCreditedKey: MiddlewareHandler = async (context, next) => {
  const refusal = refusalOfKey(bearerKey(context.req.header('Authorization')));
  if (refusal !== undefined) throw refusal;
  await next();
};

function bearerKey(header = ''): string {
  const key = /^Bearer +(\S+)$/i.exec(header.trim())?.[1];
  if (key === undefined) {
    throw new Refusal('unauthorized', 'An API key is needed: Authorization: Bearer YOUR_KEY.');
  }
  return key;
}
