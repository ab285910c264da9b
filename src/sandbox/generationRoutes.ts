import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Speed } from '../contract/generationRequest.ts';
import { limits } from '../contract/limits.ts';
import { requireCreditedKey } from './authorisation.ts';
import { parseRequest } from './parseRequest.ts';
import { Refusal } from './refusal.ts';
import type { RunTask } from './runTask.ts';
import { scenarioOf } from './scenarios.ts';
import type { Tasks } from './taskRoutes.ts';
import { type TaskRecord, taskObject } from './taskState.ts';

export type GenerationValues = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomId: () => string;
  /** Factor on every task's duration: 1 as a person sees it, 0 for at once. */
  readonly pace: number;
};

const durationsMs: Record<Speed, number> = { fast: 4000, turbo: 2000 };
const slowDurationMs = 60_000;
const creditsReserved: Record<Speed, number> = { fast: 1.8, turbo: 3.6 };

/**
 * `POST /`: validates, answers with the pending task, and runs it. A `callback_url` is checked but never called: the
 * sandbox sends nothing to the outside.
 */
export function generationRoutes(values: GenerationValues, tasks: Tasks, runTask: RunTask): Hono {
  const limitBody = bodyLimit({
    maxSize: limits.requestBytesMax,
    onError: () => {
      throw new Refusal('invalid_request', 'The request is too large.', 413);
    },
  });
  return new Hono().post('/', requireCreditedKey, limitBody, async (context) => {
    const request = parseRequest(await context.req.text());
    const scenario = scenarioOf(request.prompt);
    const { speed } = request.model_params;
    const createdAt = values.now();
    const task: TaskRecord = {
      id: `task-unified-${Math.floor(createdAt / 1000)}-${values.randomId()}`,
      model: request.model,
      createdAt,
      durationMs: values.pace * (scenario.isSlow ? slowDurationMs : durationsMs[speed]),
      creditsReserved: creditsReserved[speed],
      outcome: { kind: 'running' },
    };
    tasks.put(task);
    const { origin } = new URL(context.req.url);
    void runTask(request, scenario, origin).then((outcome) => tasks.put({ ...task, outcome }));
    return context.json(taskObject(task, createdAt));
  });
}
