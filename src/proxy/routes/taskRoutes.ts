import { Hono } from 'hono';
import { limits } from '../../contract/limits.ts';
import { routes } from '../../contract/routes.ts';
import { HttpError } from '../httpError.ts';
import type { FetchResult } from '../images/resultImage.ts';
import type { Service } from '../service/service.ts';
import { taskId } from '../tasks/taskId.ts';

/** `GET /api/tasks/:id` is the task, `…/results/:index` the bytes of one of its images, from this origin. */
export function taskRoutes(service: Service, fetchResult: FetchResult): Hono {
  return new Hono()
    .get(routes.task, async (c) => c.json(await service.readTask(taskId(c.req.param('id')))))
    .get(routes.taskResult, async (c) => {
      const index = resultIndex(c.req.param('index'));
      const task = await service.readTask(taskId(c.req.param('id')));
      const link = task.results?.[index];
      if (link === undefined) throw noSuchResult();
      return fetchResult(link, c.req.raw);
    });
}

function resultIndex(text: string): number {
  const index = /^\d$/.test(text) ? Number(text) : limits.resultsMax;
  if (index >= limits.resultsMax) throw noSuchResult();
  return index;
}

function noSuchResult(): HttpError {
  return new HttpError(404, 'not_found', 'This task has no such result (yet).');
}
