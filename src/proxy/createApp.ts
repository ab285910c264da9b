import { Hono, type MiddlewareHandler } from 'hono';
import { requestId } from 'hono/request-id';
import type { Config } from '../contract/config.ts';
import { apiPaths, routes } from '../contract/routes.ts';
import { createCallbacks } from './callbacks/createCallbacks.ts';
import type { ProxyLimits } from './configuration/readConfiguration.ts';
import { defaultServiceUrl } from './configuration/variables.ts';
import { createMemoryMs } from './creates/claims.ts';
import { createCreates } from './creates/sendOnce.ts';
import { addSlash, basePathOf, pathBelow } from './guard/basePath.ts';
import type { TrustedProxies } from './guard/clientAddress.ts';
import { limitConcurrency } from './guard/limitConcurrency.ts';
import { requireOwnHost, requireSameOrigin } from './guard/ownOrigin.ts';
import { createRateLimits } from './guard/rateLimits.ts';
import { refuseHead } from './guard/refuseHead.ts';
import { type Log, requestLog } from './guard/requestLog.ts';
import { requireSameMode } from './guard/requireSameMode.ts';
import { createRevocations } from './guard/revocations.ts';
import { securityHeaders } from './guard/securityHeaders.ts';
import { createSessionCookie } from './guard/sessionCookie.ts';
import { createSessions, sessionSeconds } from './guard/sessions.ts';
import { requireSession, signInRoutes } from './guard/signIn.ts';
import { errorResponse, HttpError } from './httpError.ts';
import { createFetchImage } from './images/fetchImage.ts';
import { createFetchResult, type FetchResultValues } from './images/resultImage.ts';
import type { WriteLine } from './life/lineOutput.ts';
import { countCalls } from './metrics/countCalls.ts';
import { countRequests } from './metrics/countRequests.ts';
import type { Metrics } from './metrics/metrics.ts';
import { metricsRoutes } from './metrics/metricsRoutes.ts';
import type { Redis } from './redis.ts';
import { fileRoutes } from './routes/fileRoutes.ts';
import { type GenerationParts, generationRoutes } from './routes/generationRoutes.ts';
import { healthRoutes } from './routes/healthRoutes.ts';
import { imageRoutes } from './routes/imageRoutes.ts';
import { staticFiles } from './routes/staticFiles.ts';
import { taskEventRoutes } from './routes/taskEventRoutes.ts';
import { taskRoutes } from './routes/taskRoutes.ts';
import { connectService, type ServiceValues } from './service/service.ts';
import { createStore } from './store/createStore.ts';
import type { FileStore } from './store/fileStore.ts';
import { createTaskBroker } from './tasks/taskBroker.ts';
import { createTaskSubscriptions, type TaskSubscriptions } from './tasks/taskSubscriptions.ts';

export type ProxyValues = ServiceValues &
  FetchResultValues &
  Readonly<{
    mode: Config['mode'];
    /** The address that the server listens on; on loopback, foreign host names are refused. */
    host: string;
    /** The https address under which the world sees the server, without a slash at its end. */
    publicUrl?: string | undefined;
    /** What a person signs in with; without it, nobody needs to. */
    accessToken?: string | undefined;
    trustedProxies: TrustedProxies;
    limits: ProxyLimits;
    generationsAtOnce: number;
    /** What copies of the server share; without it, this one is alone. */
    redis?: Redis | undefined;
    /** Whether creates go on while Redis is away: this copy then knows its own alone. */
    createsWithoutRedis?: boolean;
    /** Where a copy that is alone keeps what has to outlive it; without it and without Redis, in memory. */
    fileStore?: FileStore | undefined;
    /** Counts what happens, where somebody wants to know. */
    metrics?: Metrics | undefined;
    log: Log;
    /** Tells the operator what is no request's. */
    warn: WriteLine;
    /** Milliseconds since the epoch. */
    now(): number;
    /** Aborted when the server is told to stop, and a load balancer is to send requests elsewhere. */
    draining: AbortSignal;
    /** Aborted when it takes no new requests any more. */
    stopping: AbortSignal;
    /** Holds the built editor: `index.html` and `assets/`. Undefined where somebody else serves the page. */
    appDirectory: string | undefined;
  }>;

/** What a server has before it runs. */
export type StoppedProxyValues = Omit<ProxyValues, 'draining' | 'stopping'>;

/** The small server between the page and the service: it adds the key, and keeps nothing between two requests. */
export function createApp(values: ProxyValues): Hono {
  const basePath = basePathOf(values.publicUrl);
  // The rest of a host that is shared is not ours to speak for.
  const isSecureHost = values.publicUrl !== undefined && basePath === '';
  const rateLimits = createRateLimits(values);
  const { metrics } = values;
  const service = metrics ? countCalls(connectService(values), metrics) : connectService(values);
  const broker = createTaskBroker(values);
  const store = createStore(values);
  const subscriptions = createTaskSubscriptions({ ...values, service, broker });
  const rateLimit = rateLimits.middleware;
  const callbacks = createCallbacks({ ...values, service, broker, store, rateLimit });
  const sendsWithoutStore = values.createsWithoutRedis ?? false;
  const creates = createCreates({
    ...values,
    store,
    isShared: values.redis !== undefined,
    sendsWithoutStore,
  });
  const app = new Hono({ getPath: pathBelow(basePath) });
  app.onError(errorResponse);
  app.use(requestId(), requestLog(values.log, values.now), securityHeaders(isSecureHost));
  if (metrics) app.use(countRequests(metrics));
  app.route('/', healthRoutes(values));
  if (metrics) {
    const guards = { limits: rateLimits, requireOwnHost: requireOwnHost(values) };
    app.route('/', metricsRoutes({ ...values, ...guards, metrics }));
  }
  app.use(requireOwnHost(values));
  if (basePath !== '') app.get(basePath, addSlash(basePath));
  app.use(apiPaths, limitConcurrency(values.limits.requestsAtOnce));
  // The service has no session; what it calls is a secret.
  app.route('/', callbacks.routes);
  if (values.accessToken !== undefined) {
    const revocations = createRevocations({ ...values, store, lifeMs: sessionSeconds * 1000 });
    const sessions = createSessions({ ...values, token: values.accessToken, revocations });
    const cookie = createSessionCookie(values.publicUrl);
    const signIn = { sessions, cookie, limits: rateLimits, basePath };
    app.route('/', signInRoutes(signIn));
    app.use(requireSession(signIn));
  }
  app.use(apiPaths, rateLimit);
  app.route('/', apiRoutes(values, { service, creates, subscriptions, issueCallback: callbacks.issue }));
  app.route('/', staticFiles(values.appDirectory));
  return app;
}

/** Their answers are asked for elsewhere. */
const asking = [routes.task, routes.taskEvents, routes.taskResult, routes.images] as const;

type ApiParts = Omit<GenerationParts, 'requestBytesMax'> & Readonly<{ subscriptions: TaskSubscriptions }>;

function apiRoutes(values: ProxyValues, parts: ApiParts): Hono {
  const { service, subscriptions } = parts;
  const { uploadBytesMax, requestBytesMax } = values.limits;
  const config: Config = {
    mode: values.mode,
    serviceUrl: values.mode === 'live' ? values.baseUrl : defaultServiceUrl,
    needsSignIn: values.accessToken !== undefined,
    createMemorySeconds: createMemoryMs / 1000,
    limits: {
      uploadBytesMax,
      requestBytesMax,
      generationsAtOnce: values.generationsAtOnce,
    },
  };
  const api = new Hono();
  api.use(apiPaths, forbidStoring, requireSameOrigin);
  api.get(routes.config, (c) => c.json(config));
  api.use(apiPaths, requireSameMode(values.mode));
  for (const path of asking) api.use(path, refuseHead);
  api.route('/', fileRoutes(service, uploadBytesMax));
  api.route('/', generationRoutes({ ...parts, requestBytesMax }));
  const { eventStreamsAtOnce } = values.limits;
  api.route('/', taskEventRoutes(subscriptions, eventStreamsAtOnce, values.metrics?.setEventStreams));
  api.route('/', taskRoutes(service, createFetchResult(values)));
  api.route('/', imageRoutes(createFetchImage(values)));
  api.all(apiPaths, () => {
    throw new HttpError(404, 'not_found', 'There is nothing at this address.');
  });
  return api;
}

/**
 * Unless a route knows better, what it answers is true only now. Set in place: `c.header` would make another response of it, whose
 * text the adapter then has to read as a stream, over several turns of the event loop.
 */
const forbidStoring: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};
