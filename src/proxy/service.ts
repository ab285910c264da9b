import { type UploadResponse, uploadResponseSchema } from '../contract/file.ts';
import type { GenerationRequest } from '../contract/generationRequest.ts';
import { errorBodySchema } from '../contract/serviceError.ts';
import { type Task, taskSchema } from '../contract/task.ts';
import type { z } from '../contract/zod.ts';
import { type CallPurpose, callFailureOf, causesOf, refusalOfFailure } from './callFailure.ts';
import type { MultipartBody } from './multipart.ts';
import { Refusal } from './refusal.ts';
import { scrubKey } from './scrub.ts';

/** Where the service is and how to call it. URLs without a trailing slash, times in milliseconds. */
export type ServiceValues = Readonly<{
  apiKey: string;
  baseUrl: string;
  filesUrl: string;
  fetch: typeof fetch;
  timeouts: Readonly<Record<CallPurpose, number>>;
}>;

/** The service's three calls. Each is made once, and throws a `Refusal` when it fails. */
export type Service = Readonly<{
  uploadFile(form: MultipartBody): Promise<UploadResponse>;
  createTask(request: GenerationRequest): Promise<Task>;
  queryTask(id: string): Promise<Task>;
}>;

export function connectService(values: ServiceValues): Service {
  return {
    uploadFile: (form) =>
      call(values, uploadResponseSchema, {
        purpose: 'upload',
        url: `${values.filesUrl}/api/v1/files/upload/stream`,
        method: 'POST',
        ...form,
      }),
    createTask: (request) =>
      call(values, taskSchema, {
        purpose: 'create',
        url: `${values.baseUrl}/v1/images/generations`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      }),
    queryTask: (id) =>
      call(values, taskSchema, {
        purpose: 'read',
        url: `${values.baseUrl}/v1/tasks/${id}`,
        method: 'GET',
        headers: {},
      }),
  };
}

type Call = {
  readonly purpose: CallPurpose;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string | ReadableStream;
};

type Answer = { readonly status: number; readonly retryAfter: string | undefined; readonly body: unknown };

async function call<Result>(
  values: ServiceValues,
  schema: z.ZodMiniType<Result>,
  request: Call,
): Promise<Result> {
  const answer = await exchange(values, request);
  const isSuccess = answer.status >= 200 && answer.status < 300;
  const result = isSuccess ? schema.safeParse(answer.body) : undefined;
  if (result?.success) return result.data;
  throw refusalOfAnswer(answer, request.purpose);
}

/** Redirects are not followed: a 307 would have the request sent a second time. */
async function exchange(values: ServiceValues, request: Call): Promise<Answer> {
  const { purpose, url, ...init } = request;
  const milliseconds = values.timeouts[purpose];
  // `duplex` is what a streamed body needs in Node's fetch; the DOM's type of these options does not know it.
  const options = {
    ...init,
    headers: { ...init.headers, accept: 'application/json', authorization: `Bearer ${values.apiKey}` },
    redirect: 'manual' as const,
    duplex: 'half' as const,
    signal: AbortSignal.timeout(milliseconds),
  };
  try {
    const response = await values.fetch(url, options);
    const retryAfter = response.headers.get('retry-after')?.replaceAll(values.apiKey, '') || undefined;
    const body = scrubKey(parseJson(await response.text()), values.apiKey);
    return { status: response.status, retryAfter, body };
  } catch (error) {
    const ownRefusal = causesOf(error).find((cause) => cause instanceof Refusal);
    throw ownRefusal ?? refusalOfFailure(callFailureOf(error, milliseconds), purpose);
  }
}

function refusalOfAnswer({ status, retryAfter, body }: Answer, purpose: CallPurpose): Refusal {
  const told = errorBodySchema.safeParse(body);
  if (told.success && status >= 400 && status < 600) {
    const { code, message, type } = told.data.error;
    return new Refusal(status, code, message, { type, retryAfter });
  }
  return refusalOfFailure({ kind: 'garbled', status }, purpose);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
