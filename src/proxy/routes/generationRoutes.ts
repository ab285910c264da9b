import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { limitText } from '../../contract/limits.ts';
import { requestHeaders } from '../../contract/requestHeaders.ts';
import { routes } from '../../contract/routes.ts';
import { HttpError } from '../httpError.ts';
import type { Service } from '../service/service.ts';
import type { KeyValueStore } from '../store/keyValueStore.ts';
import type { TaskBroker } from '../tasks/taskBroker.ts';
import { readGenerationRequest } from './readGenerationRequest.ts';

export type GenerationParts = Readonly<{
  service: Service;
  broker: TaskBroker;
  store: KeyValueStore;
  /** Where the service is to tell of a task's end, unless the request says so itself. */
  issueCallbackUrl: (() => string) | undefined;
  requestBytesMax: number;
}>;

/** In milliseconds; whatever repeats a request by itself does it sooner. */
const repeatMemory = 10 * 60_000;

/** `POST /api/generations`: a request that costs money. It is checked first and sent once; nothing here ever sends it again. */
export function generationRoutes(parts: GenerationParts): Hono {
  const { service, broker, issueCallbackUrl, requestBytesMax } = parts;
  const limit = bodyLimit({ maxSize: requestBytesMax, onError: () => refuseLargeBody(requestBytesMax) });
  return new Hono().post(routes.generations, limit, async (c) => {
    const request = await readGenerationRequest(c.req);
    await requireFirst(broker, c.req.header(requestHeaders.generationId));
    const callbackUrl = request.callback_url ?? issueCallbackUrl?.();
    const callback = callbackUrl === undefined ? {} : { callback_url: callbackUrl };
    return c.json(await service.createTask({ ...request, ...callback }));
  });
}

/** On any copy of the server. The request itself may have gone out, so nobody can tell from here what it cost. */
async function requireFirst(broker: TaskBroker, generationId: string | undefined): Promise<void> {
  if (generationId === undefined) return;
  if (!/^[\w-]{1,100}$/.test(generationId)) {
    throw new HttpError(400, 'invalid_request', 'The generation’s id has letters, digits, “-” and “_” only.');
  }
  if (await broker.acquireLease(`create:${generationId}`, randomUUID(), repeatMemory)) return;
  const message =
    'This request came a second time and was not sent again. The first one may have been charged: ' +
    'check your credits at the service before you press Generate again.';
  throw new HttpError(502, 'outcome_unknown', message);
}

function refuseLargeBody(bytesMax: number): never {
  const message =
    `The request is larger than ${limitText(bytesMax)}. Nothing was sent and nothing was charged; ` +
    'simplify the mask or send it as a mask image.';
  throw new HttpError(413, 'request_too_large', message);
}
