import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routes } from '../../contract/routes.ts';
import { z } from '../../contract/zod.ts';
import { HttpError } from '../httpError.ts';
import { isTaskId } from '../tasks/taskId.ts';
import type { CallbackSecrets } from './callbackSecrets.ts';
import type { ConfirmTask } from './confirmTask.ts';

const bodyBytesMax = 64 * 1024;

/** All that is believed of a callback's body: which task it is about. */
const callbackSchema = z.object({ id: z.string().check(z.refine(isTaskId)) });

/**
 * `POST /api/callbacks/:secret`: the service says that a task has ended. Whoever knows the address could say so, so the task is only
 * taken as a hint to ask the service. The answer tells nothing about the task.
 */
export function callbackRoutes(secrets: CallbackSecrets, confirmTask: ConfirmTask): Hono {
  const requireSecret: MiddlewareHandler = async (c, next) => {
    if (!secrets.isValid(c.req.param('secret') ?? '')) {
      throw new HttpError(404, 'not_found', 'There is nothing at this address.');
    }
    await next();
  };
  const limit = bodyLimit({ maxSize: bodyBytesMax, onError: refuseLargeBody });
  return new Hono().post(routes.callback, requireSecret, limit, async (c) => {
    const callback = callbackSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!callback.success) throw new HttpError(400, 'invalid_request', 'A callback’s body is a task object.');
    await confirmTask(callback.data.id);
    return c.body(null, 204);
  });
}

function refuseLargeBody(): never {
  throw new HttpError(413, 'request_too_large', 'A callback’s body is a task object.');
}
