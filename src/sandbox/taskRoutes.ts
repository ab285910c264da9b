import { Hono } from 'hono';
import { serviceRoutes } from '../contract/routes.ts';
import { requireKey } from './authorisation.ts';
import { ServiceError } from './serviceError.ts';
import { isMidRun, type TaskRecord, taskObject } from './taskState.ts';

export type Tasks = {
  /** Adds a task, or replaces the one with the same id. */
  put(task: TaskRecord): void;
  find(id: string): TaskRecord | undefined;
};

const tasksMax = 1000;

/** Tasks in memory; the oldest are forgotten. */
export function createTasks(): Tasks {
  const tasks = new Map<string, TaskRecord>();
  return {
    put: (task) => {
      tasks.set(task.id, task);
      const [oldest] = tasks.keys();
      if (tasks.size > tasksMax && oldest !== undefined) tasks.delete(oldest);
    },
    find: (id) => tasks.get(id),
  };
}

/** `GET /v1/tasks/:id`: the task object, as its state is now. */
export function taskRoutes(tasks: Tasks, now: () => number): Hono {
  return new Hono().get(serviceRoutes.task, requireKey, (context) => {
    const task = tasks.find(context.req.param('id'));
    if (task === undefined) throw new ServiceError('not_found', 'There is no such task.');
    if (task.midRun === 'unsteady' && isMidRun(task, now())) {
      throw new ServiceError('internal_error', 'The service met an unexpected condition.');
    }
    return context.json(taskObject(task, now()));
  });
}
