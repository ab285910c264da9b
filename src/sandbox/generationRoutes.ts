import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { GenerationRequest, Speed } from '../contract/generationRequest.ts';
import { limits } from '../contract/limits.ts';
import { serviceRoutes } from '../contract/routes.ts';
import { requireCreditedKey } from './authorisation.ts';
import { type CallbackValues, deliverCallback } from './deliverCallback.ts';
import { parseRequest } from './parseRequest.ts';
import type { RunTask } from './runTask.ts';
import { type Scenario, scenarioOf } from './scenarios.ts';
import { ServiceError } from './serviceError.ts';
import type { Tasks } from './taskRoutes.ts';
import { type TaskRecord, taskObject } from './taskState.ts';

export type GenerationValues = CallbackValues & {
  readonly randomId: () => string;
  /** Factor on every task's duration: 1 as a person sees it, 0 for at once. */
  readonly pace: number;
};

const durationsMs: Record<Speed, number> = { fast: 4000, turbo: 2000 };
const slowDurationMs = 60_000;
/** Longer than anyone waits for an answer. */
const lateAnswerMs = 90_000;
const creditsReserved: Record<Speed, number> = { fast: 1.8, turbo: 3.6 };

/** What Node's server passes on with a request; nothing where a request came by no connection, as in a test. */
type Connection = { readonly incoming?: { readonly socket: { destroy(): void } } };

/** `POST /v1/images/generations`: validates, answers with the pending task, runs it, and tells its `callback_url` when it has ended. */
export function generationRoutes(
  values: GenerationValues,
  tasks: Tasks,
  runTask: RunTask,
): Hono<{ Bindings: Connection }> {
  const limitBody = bodyLimit({
    maxSize: limits.requestBytesMax,
    onError: () => {
      throw new ServiceError('invalid_request', 'The request is too large.', 413);
    },
  });
  return new Hono<{ Bindings: Connection }>().post(
    serviceRoutes.generations,
    requireCreditedKey,
    limitBody,
    async (context) => {
      const request = parseRequest(await context.req.text(), values.callbackOrigin);
      const scenario = scenarioOf(request.prompt);
      const task = newTask(values, request, scenario);
      tasks.put(task);
      const { origin } = new URL(context.req.url);
      void runTask(request, scenario, origin).then((outcome) => {
        const ended = { ...task, outcome };
        tasks.put(ended);
        if (request.callback_url !== undefined) void deliverCallback(values, request.callback_url, ended);
      });
      if (scenario.answer === 'late') await values.wait(values.pace * lateAnswerMs);
      if (scenario.answer === 'reset') context.env?.incoming?.socket.destroy();
      return context.json(taskObject(task, task.createdAt));
    },
  );
}

function newTask(
  { now, randomId, pace }: GenerationValues,
  { model, model_params: { speed } }: GenerationRequest,
  { isSlow, midRun }: Scenario,
): TaskRecord {
  const createdAt = now();
  return {
    id: `task-unified-${Math.floor(createdAt / 1000)}-${randomId()}`,
    model,
    createdAt,
    durationMs: pace * (isSlow ? slowDurationMs : durationsMs[speed]),
    creditsReserved: creditsReserved[speed],
    midRun,
    outcome: { kind: 'running' },
  };
}
