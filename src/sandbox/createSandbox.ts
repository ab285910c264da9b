import { Hono } from 'hono';
import { fileRoutes } from './fileRoutes.ts';
import { type GenerationValues, generationRoutes } from './generationRoutes.ts';
import { createHostedFiles, type HostingValues } from './hostedFiles.ts';
import { createRunTask, type Render } from './runTask.ts';
import { errorResponse, ServiceError } from './serviceError.ts';
import { createTasks, taskRoutes } from './taskRoutes.ts';
import { uploadRoutes } from './uploadRoutes.ts';

export type SandboxValues = HostingValues & GenerationValues & { readonly render: Render };

/** A stand-in for the service: the same HTTP contract, with local renderings for results. */
export function createSandbox(values: SandboxValues): Hono {
  const files = createHostedFiles(values);
  const tasks = createTasks();
  const app = new Hono();
  app.onError(errorResponse);
  app.notFound(() => {
    throw new ServiceError('not_found', 'There is nothing at this address.');
  });
  app.route('/', generationRoutes(values, tasks, createRunTask(files, values.render)));
  app.route('/', taskRoutes(tasks, values.now));
  app.route('/', uploadRoutes(files));
  app.route('/files', fileRoutes(files));
  return app;
}
