import { Hono } from 'hono';
import { serviceRoutes } from '../contract/routes.ts';
import { requireCreditedKey } from './authorisation.ts';
import { type CallbackValues, deliverCallback } from './deliverCallback.ts';
import { limitBody } from './limitBody.ts';
import { type NewTaskValues, newTask } from './newTask.ts';
import { parseRequest } from './parseRequest.ts';
import type { RunTask } from './runTask.ts';
import { scenarioOf } from './scenarios.ts';
import type { Tasks } from './taskRoutes.ts';
import { taskObject } from './taskState.ts';

export type GenerationValues = CallbackValues & NewTaskValues;

/** Longer than anyone waits for an answer. */
const lateAnswerMs = 90_000;

/** What Node's server passes on with a request; nothing where a request came by no connection, as in a test. */
type Connection = { readonly incoming?: { readonly socket: { destroy(): void } } };

/** `POST /v1/images/generations`: validates, answers with the pending task, runs it, and tells its `callback_url` when it has ended. */
export function generationRoutes(
  values: GenerationValues,
  tasks: Tasks,
  runTask: RunTask,
): Hono<{ Bindings: Connection }> {
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
