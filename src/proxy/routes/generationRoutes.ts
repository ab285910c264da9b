import { Hono } from 'hono';
import type { GenerationRequest } from '../../contract/generationRequest.ts';
import { routes } from '../../contract/routes.ts';
import type { Task } from '../../contract/task.ts';
import type { IssuedCallback } from '../callbacks/createCallbacks.ts';
import { pressOf, questionOf } from '../creates/pressHeaders.ts';
import { type Creates, responseOf } from '../creates/sendOnce.ts';
import type { Service } from '../service/service.ts';
import { readGenerationRequest } from './readGenerationRequest.ts';

export type GenerationParts = Readonly<{
  service: Service;
  creates: Creates;
  /** Makes an address where the service is to tell of a task's end, unless the request says so itself. */
  issueCallback: (() => IssuedCallback) | undefined;
  requestBytesMax: number;
}>;

/**
 * `POST /api/generations`: a request that costs money. It is checked first and sent once; the same one again is answered with
 * what came of it, and nothing here ever sends it again. `GET /api/generations/:id` tells the same, and sends nothing at all.
 */
export function generationRoutes(parts: GenerationParts): Hono {
  const { creates, requestBytesMax } = parts;
  return new Hono()
    .post(routes.generations, async (c) => {
      const request = await readGenerationRequest(c, requestBytesMax);
      return responseOf(await creates.sendOnce(pressOf(c, request), () => send(parts, request)));
    })
    .get(routes.generation, async (c) => responseOf(await creates.recall(questionOf(c, c.req.param('id')))));
}

async function send({ service, issueCallback }: GenerationParts, request: GenerationRequest): Promise<Task> {
  const issued = request.callback_url === undefined ? issueCallback?.() : undefined;
  const callback = issued === undefined ? {} : { callback_url: issued.url };
  const task = await service.createTask({ ...request, ...callback });
  void issued?.bind(task.id);
  return task;
}
