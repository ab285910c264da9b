import type { Hono, MiddlewareHandler } from 'hono';
import { routePath, routes } from '../../contract/routes.ts';
import type { Service } from '../service/service.ts';
import type { KeyValueStore } from '../store/keyValueStore.ts';
import type { TaskBroker } from '../tasks/taskBroker.ts';
import { callbackRoutes } from './callbackRoutes.ts';
import { createCallbackSecrets } from './callbackSecrets.ts';
import { createCallbackTasks } from './callbackTasks.ts';
import { createConfirmTask } from './confirmTask.ts';

export type IssuedCallback = Readonly<{
  url: string;
  /** The address is for this task and for no other. */
  bind(taskId: string): Promise<void>;
}>;

export type Callbacks = Readonly<{
  /** Makes an address for a create. Undefined where the service cannot reach this server. */
  issue: (() => IssuedCallback) | undefined;
  routes: Hono;
}>;

type Values = Readonly<{
  apiKey: string;
  publicUrl?: string | undefined;
  service: Pick<Service, 'queryTask'>;
  broker: TaskBroker;
  store: KeyValueStore;
  rateLimit: MiddlewareHandler;
  timeouts: Readonly<{ create: number }>;
  now(): number;
}>;

/** Where the service tells of a task's end, so that nobody has to wait for the next look. */
export function createCallbacks(values: Values): Callbacks {
  const { publicUrl } = values;
  const secrets = createCallbackSecrets(values.apiKey, values.now);
  const tasks = createCallbackTasks(values.store);
  const issue = (origin: string) => {
    const secret = secrets.issue();
    const url = origin + routePath(routes.callback, { secret });
    return { url, bind: (taskId: string) => tasks.bind(secret, taskId) };
  };
  return {
    issue: publicUrl === undefined ? undefined : () => issue(publicUrl),
    routes: callbackRoutes({ ...values, secrets, tasks, confirmTask: createConfirmTask(values) }),
  };
}
