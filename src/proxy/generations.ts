import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { generationRequestSchema } from '../contract/generationRequest.ts';
import { limits } from '../contract/limits.ts';
import { requestComplaint } from '../contract/requestComplaint.ts';
import { Refusal } from './refusal.ts';
import type { Service } from './service.ts';

/**
 * `POST /`: a request that costs money. It is checked first and sent once; nothing here ever sends it again.
 * `issueCallbackUrl`: where the service is to tell of the task's end, unless the request says so itself.
 */
export function generationRoutes(service: Service, issueCallbackUrl: (() => string) | undefined): Hono {
  const limit = bodyLimit({ maxSize: limits.requestBytesMax, onError: refuseLargeBody });
  return new Hono().post('/', limit, async (c) => {
    requireJson(c.req.header('content-type'));
    const request = generationRequestSchema.safeParse(parseBody(await c.req.text()));
    if (!request.success) throw new Refusal(400, 'invalid_request', requestComplaint(request.error));
    const callbackUrl = request.data.callback_url ?? issueCallbackUrl?.();
    const callback = callbackUrl === undefined ? {} : { callback_url: callbackUrl };
    return c.json(await service.createTask({ ...request.data, ...callback }));
  });
}

function requireJson(header = ''): void {
  if (/^application\/json\s*(?:;|$)/i.test(header.trim())) return;
  throw new Refusal(415, 'unsupported_media_type', 'A generation request must be application/json.');
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'invalid_request', 'The request is not valid JSON. Nothing was sent.');
  }
}

function refuseLargeBody(): never {
  const megabytes = limits.requestBytesMax / (1024 * 1024);
  const message =
    `The request is larger than ${megabytes} MB. Nothing was sent and nothing was charged; ` +
    'simplify the mask or send it as a mask image.';
  throw new Refusal(413, 'request_too_large', message);
}
