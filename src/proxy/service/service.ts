import { Readable } from 'node:stream';
import type { Config } from '../../contract/config.ts';
import { type UploadResponse, uploadResponseSchema } from '../../contract/file.ts';
import type { GenerationRequest } from '../../contract/generationRequest.ts';
import { routePath, serviceRoutes } from '../../contract/routes.ts';
import { type Task, taskSchema } from '../../contract/task.ts';
import { type Deadline, idleDeadline, totalDeadline } from '../http/deadline.ts';
import type { CallPurpose } from './callFailure.ts';
import type { MultipartBody } from './multipart.ts';
import { parseOutcome } from './parseOutcome.ts';
import { retryRead } from './retryRead.ts';
import { type Caller, sendRequest } from './sendRequest.ts';

/**
 * Where the service is and how to call it. URLs without a trailing slash. Times in milliseconds: of a whole call, the retries
 * of a read included, but for `upload`, which is how long an upload may stand still.
 */
export type ServiceValues = Caller &
  Readonly<{
    mode: Config['mode'];
    baseUrl: string;
    filesUrl: string;
    timeouts: Readonly<Record<CallPurpose, number>>;
  }>;

/** The service's calls. They throw an `HttpError` when they fail. */
export type Service = Readonly<{
  /** Made once: the file passes by and is gone. */
  uploadFile(form: MultipartBody): Promise<UploadResponse>;
  /** Made once, whatever happens: a second one might be paid a second time. */
  createTask(request: GenerationRequest): Promise<Task>;
  /** Made once, for those who ask again by themselves. */
  queryTask(id: string): Promise<Task>;
  /** The same for a page that waits for the answer: made again within its time where that may help. */
  readTask(id: string): Promise<Task>;
}>;

/** Keeps nothing between two calls. */
export function connectService(values: ServiceValues): Service {
  const { mode, baseUrl, filesUrl, timeouts } = values;
  const askTask = (id: string, deadline: Deadline) =>
    sendRequest(values, { url: baseUrl + routePath(serviceRoutes.task, { id }), method: 'GET' }, deadline);
  return {
    uploadFile: ({ headers, chunks }) => {
      const deadline = idleDeadline(timeouts.upload);
      const url = filesUrl + serviceRoutes.upload;
      const body = Readable.from(deadline.watch(chunks));
      const uploaded = sendRequest(values, { url, method: 'POST', headers, body }, deadline);
      return parseOutcome(uploaded, deadline, { purpose: 'upload', mode }, uploadResponseSchema);
    },
    createTask: (request) => {
      const deadline = totalDeadline(timeouts.create);
      const url = baseUrl + serviceRoutes.generations;
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(request);
      const created = sendRequest(values, { url, method: 'POST', headers, body }, deadline);
      return parseOutcome(created, deadline, { purpose: 'create', mode }, taskSchema);
    },
    queryTask: (id) => {
      const deadline = totalDeadline(timeouts.read);
      return parseOutcome(askTask(id, deadline), deadline, { purpose: 'read', mode }, taskSchema);
    },
    readTask: (id) => {
      const deadline = totalDeadline(timeouts.read);
      const read = retryRead(() => askTask(id, deadline), deadline);
      return parseOutcome(read, deadline, { purpose: 'read', mode }, taskSchema);
    },
  };
}
