import { Hono, type MiddlewareHandler } from 'hono';
import type { Config } from '../contract/config.ts';
import { limits } from '../contract/limits.ts';
import { defaultServiceUrl } from './configuration.ts';
import { fileRoutes } from './files.ts';
import { generationRoutes } from './generations.ts';
import { requireOwnHost, requireSameOrigin } from './ownOrigin.ts';
import { pageHeaders } from './pageHeaders.ts';
import { errorResponse, Refusal } from './refusal.ts';
import { createFetchResult, type ResultValues } from './resultImage.ts';
import { connectService, type ServiceValues } from './service.ts';
import { staticFiles } from './staticFiles.ts';
import { taskRoutes } from './tasks.ts';

export type ProxyValues = ServiceValues &
  ResultValues &
  Readonly<{
    mode: Config['mode'];
    /** The address that the server listens on; on loopback, foreign host names are refused. */
    host: string;
    /** Holds the built editor: `index.html` and `assets/`. */
    appDirectory: string;
  }>;

/** In milliseconds. */
export const defaultTimeouts = {
  create: 60_000,
  upload: 120_000,
  read: 20_000,
  result: 120_000,
} as const;

/** The small server between the page and the service: it adds the key, and keeps nothing between two requests. */
export function createApp(values: ProxyValues): Hono {
  const app = new Hono();
  app.onError(errorResponse);
  app.use(pageHeaders, requireOwnHost(values.host));
  app.route('/api', apiRoutes(values));
  app.route('/', staticFiles(values.appDirectory));
  return app;
}

function apiRoutes(values: ProxyValues): Hono {
  const service = connectService(values);
  const config: Config = {
    mode: values.mode,
    serviceUrl: values.mode === 'live' ? values.baseUrl : defaultServiceUrl,
    limits: { uploadBytesMax: limits.imageBytesMax, requestBytesMax: limits.requestBytesMax },
  };
  const api = new Hono();
  api.use(forbidStoring, requireSameOrigin);
  api.get('/health', (c) => c.json({ status: 'ok' }));
  api.get('/config', (c) => c.json(config));
  api.route('/files', fileRoutes(service));
  api.route('/generations', generationRoutes(service));
  api.route('/tasks', taskRoutes(service, createFetchResult(values)));
  api.all('*', () => {
    throw new Refusal(404, 'not_found', 'There is nothing at this address.');
  });
  return api;
}

/** Unless a route knows better, what it answers is true only now. */
const forbidStoring: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
};
