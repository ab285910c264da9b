import { Hono, type MiddlewareHandler } from 'hono';
import { parseJson } from '../../contract/parseJson.ts';
import { routes } from '../../contract/routes.ts';
import { z } from '../../contract/zod.ts';
import { readBody } from '../http/requestBody.ts';
import { HttpError } from '../httpError.ts';
import { isTaskId } from '../tasks/taskId.ts';
import type { CallbackSecrets } from './callbackSecrets.ts';
import type { CallbackTask, CallbackTasks } from './callbackTasks.ts';
import { type ConfirmTask, callAgain } from './confirmTask.ts';

const bodyBytesMax = 64 * 1024;
/** In milliseconds: how much longer than the create itself it may take until it is known which task the secret is for. */
const bindingMs = 10_000;

/** All that is believed of a callback's body: which task it is about. */
const callbackSchema = z.object({ id: z.string().check(z.refine(isTaskId)) });

type CallbackParts = Readonly<{
  secrets: CallbackSecrets;
  tasks: CallbackTasks;
  confirmTask: ConfirmTask;
  /** Refuses a client that calls too often. */
  rateLimit: MiddlewareHandler;
  timeouts: Readonly<{ create: number }>;
  now(): number;
}>;

/**
 * `POST /api/callbacks/:secret`: the service says that a task has ended. Whoever knows the address could say so, so the task is only
 * taken as a hint to ask the service, and only the one that the address was made for. The answer tells nothing about the task.
 */
export function callbackRoutes(parts: CallbackParts): Hono {
  const { secrets, tasks, confirmTask, rateLimit } = parts;
  const requireSecret: MiddlewareHandler = async (c, next) => {
    if (secrets.issuedAt(c.req.param('secret') ?? '') === undefined) throw notFound();
    await next();
  };
  return new Hono().post(routes.callback, rateLimit, requireSecret, async (c) => {
    const callback = callbackSchema.safeParse(parseJson(String(await readBody(c, bodyBytesMax, tooLarge))));
    if (!callback.success) throw new HttpError(400, 'invalid_request', 'A callback’s body is a task object.');
    const secret = c.req.param('secret');
    const task = await taskOf(parts, secret);
    if (task.id !== callback.data.id) throw notFound();
    if (!task.hasEnded && (await confirmTask(task.id))) await tasks.end(secret, task.id);
    return c.body(null, 204);
  });
}

/** The service may call before it has answered the create. One without a task after that has died. */
async function taskOf(
  { secrets, tasks, timeouts, now }: CallbackParts,
  secret: string,
): Promise<CallbackTask> {
  const task = await tasks.taskOf(secret).catch(() => {
    throw callAgain();
  });
  if (task !== undefined) return task;
  const issuedAt = secrets.issuedAt(secret) ?? 0;
  throw now() < issuedAt + timeouts.create + bindingMs ? callAgain() : notFound();
}

function notFound(): HttpError {
  return new HttpError(404, 'not_found', 'There is nothing at this address.');
}

function tooLarge(): HttpError {
  return new HttpError(413, 'request_too_large', 'A callback’s body is a task object.');
}
