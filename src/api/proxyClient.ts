import { type Config, configSchema } from '../contract/config.ts';
import { type UploadedFile, uploadedFileSchema } from '../contract/file.ts';
import type { GenerationRequest } from '../contract/generationRequest.ts';
import { parseJson } from '../contract/parseJson.ts';
import { modeParameter, requestHeaders } from '../contract/requestHeaders.ts';
import { routePath, routes } from '../contract/routes.ts';
import { type Task, taskSchema } from '../contract/task.ts';
import type { z } from '../contract/zod.ts';
import { connectionError, errorOfResponse, malformedResponse, ProxyError } from './proxyError.ts';
import { listenToTask, type StopListening, type TaskStreamEvent } from './taskEvents.ts';

/**
 * The browser's side of the proxy. Each call is made once; it rejects with a `ProxyError`, or with the signal's reason
 * where it was aborted and no money is at stake.
 */
export type ProxyClient = {
  getConfig(signal?: AbortSignal): Promise<Config>;
  /** The blob's type must be one of the image types. */
  uploadFile(blob: Blob, name: string, signal?: AbortSignal): Promise<UploadedFile>;
  /** By `generationId` the proxy answers the same create with what came of the first, whoever repeats it. */
  createGeneration(request: GenerationRequest, generationId: string, options?: CreateOptions): Promise<Task>;
  /**
   * What came of a create, from the proxy's memory: nothing is sent. `sentMs`: how long ago the attempt left. Rejects as
   * `createGeneration` does.
   */
  getOutcome(generationId: string, attempt: number, sentMs: number): Promise<Task>;
  getTask(id: string, signal?: AbortSignal): Promise<Task>;
  /**
   * Tells what becomes of the task, until the returned function is called. Undefined where the platform cannot listen, or
   * listens to enough already.
   */
  listenToTask(id: string, onEvent: (event: TaskStreamEvent) => void): StopListening | undefined;
  /** The image behind a task's `index`-th result, from 0. */
  getResult(id: string, index: number, signal?: AbortSignal): Promise<Blob>;
  /** The image behind a web address, fetched by the proxy. */
  getImage(link: string, signal?: AbortSignal): Promise<Blob>;
};

type CreateOptions = {
  readonly signal?: AbortSignal | undefined;
  /** From 1, which it is where it is missing: the next one sends again what was clearly refused. */
  readonly attempt?: number | undefined;
  /** How long ago the same was sent, whose answer was lost; in milliseconds. */
  readonly repeatMs?: number | undefined;
};

type Call<Result> = {
  readonly path: string;
  readonly init?: Omit<RequestInit, 'headers'> & { readonly headers: Record<string, string> };
  readonly signal: AbortSignal | undefined;
  /** Whether it tells of a create, for which the service may charge as soon as it has arrived. */
  readonly costsMoney?: boolean;
  read(response: Response, costsMoney: boolean): Promise<Result>;
};

/** A browser has six connections to a server, for all tabs together, and each stream holds one for as long as a task runs. */
const streamsMax = 2;

/**
 * `base` is what the proxy's addresses begin with, without a trailing slash; empty where it has the page's host to itself. `mode` is the one that the page
 * counts on; the proxy refuses calls of another.
 */
export function createProxyClient(
  fetch: typeof globalThis.fetch,
  base = '',
  mode?: Config['mode'],
): ProxyClient {
  const call = createCall(fetch, base, mode);
  return {
    getConfig: (signal) => call({ path: routes.config, signal, read: jsonOf(configSchema) }),
    uploadFile: (blob, name, signal) =>
      call({
        path: routePath(routes.files, {}, { name }),
        init: { method: 'POST', headers: { 'content-type': blob.type }, body: blob },
        signal,
        read: jsonOf(uploadedFileSchema),
      }),
    createGeneration: (request, generationId, { signal, attempt = 1, repeatMs } = {}) =>
      call({
        path: routes.generations,
        init: {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            [requestHeaders.generationId]: generationId,
            ...pressHeaders(attempt, repeatMs),
          },
          body: JSON.stringify(request),
        },
        signal,
        costsMoney: true,
        read: jsonOf(taskSchema),
      }),
    getOutcome: (id, attempt, sentMs) =>
      call({
        path: routePath(routes.generation, { id }),
        init: { headers: pressHeaders(attempt, sentMs) },
        signal: undefined,
        costsMoney: true,
        read: jsonOf(taskSchema),
      }),
    getTask: (id, signal) => call({ path: routePath(routes.task, { id }), signal, read: jsonOf(taskSchema) }),
    listenToTask: createTaskStreams(base, mode),
    getResult: (id, index, signal) =>
      call({ path: routePath(routes.taskResult, { id, index }), signal, read: blobOf }),
    getImage: (link, signal) =>
      call({ path: routePath(routes.images, {}, { url: link }), signal, read: blobOf }),
  };
}

function pressHeaders(attempt: number, repeatMs: number | undefined): Record<string, string> {
  return {
    ...(attempt > 1 && { [requestHeaders.generationAttempt]: String(attempt) }),
    ...(repeatMs !== undefined && { [requestHeaders.generationRepeat]: String(repeatMs) }),
  };
}

/** Makes one call; rejects as `ProxyClient` says. */
function createCall(fetch: typeof globalThis.fetch, base: string, mode: Config['mode'] | undefined) {
  return async <Result>(call: Call<Result>): Promise<Result> => {
    const { path, init, signal, costsMoney = false, read } = call;
    try {
      const headers = { ...init?.headers, ...(mode && { [requestHeaders.mode]: mode }) };
      const response = await fetch(base + path, { ...init, headers, ...(signal && { signal }) });
      if (!response.ok) throw await errorOfResponse(response, costsMoney);
      return await read(response, costsMoney);
    } catch (error) {
      if (error instanceof ProxyError) throw error;
      throw signal?.aborted && !costsMoney ? error : connectionError(costsMoney, error);
    }
  };
}

/** Opens event streams, `streamsMax` at a time. */
function createTaskStreams(base: string, mode: Config['mode'] | undefined): ProxyClient['listenToTask'] {
  const streams = new Set<symbol>();
  return (id, onEvent) => {
    if (typeof EventSource === 'undefined' || streams.size >= streamsMax) return undefined;
    const stream = Symbol(id);
    streams.add(stream);
    const path = routePath(routes.taskEvents, { id }, { [modeParameter]: mode });
    const stop = listenToTask(base + path, onEvent);
    return () => {
      streams.delete(stream);
      stop();
    };
  };
}

function blobOf(response: Response): Promise<Blob> {
  return response.blob();
}

function jsonOf<Result>(schema: z.ZodMiniType<Result>): Call<Result>['read'] {
  return async (response, costsMoney) => {
    const text = await response.text();
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    throw malformedResponse(response.status, costsMoney);
  };
}
