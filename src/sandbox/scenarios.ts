/**
 * Every documented error and failure on demand, by the key or by a marker anywhere in the prompt.
 *
 * | key or marker | what happens |
 * | --- | --- |
 * | key `sandbox-error-unauthorized` | 401 on every call |
 * | key `sandbox-error-<code>` | creating a task is refused with that error code: `invalid_request`, `insufficient_quota`, `model_access_denied`, `rate_limit_exceeded`, `internal_error` |
 * | `[sandbox:<error code>]` | the same, `unauthorized` included, for this request alone |
 * | `[sandbox:<failure code>]` | the task is accepted, runs and fails, such as `[sandbox:content_policy_violation]` |
 * | `[sandbox:unknown_code]` | it fails with a code that is not documented |
 * | `[sandbox:results=N]` | only N of four results (0 to 4), as if moderation had removed the others |
 * | `[sandbox:results_gone]` | the results' links lead nowhere |
 * | `[sandbox:results_broken]` | the results' links lead to something that is no image |
 * | `[sandbox:slow]` | it takes about a minute |
 * | `[sandbox:late]` | it is created, but the answer takes a minute and a half |
 * | `[sandbox:reset]` | it is created, but the connection breaks instead of an answer |
 * | `[sandbox:unsteady]` | queries in the middle of its run are answered with an error 500 |
 * | `[sandbox:unknown_status]` | in the middle of its run it has a status that is not documented |
 *
 * Any other marker is refused as invalid, so that a misspelt one does not pass for a success.
 */
import { limits } from '../contract/limits.ts';
import { serviceErrors } from '../contract/serviceError.ts';
import { failureRemedies } from '../contract/task.ts';
import { ServiceError, type ServiceErrorCode } from './serviceError.ts';

export type Failure = { readonly code: string; readonly message: string };

export type Scenario = {
  readonly failure: Failure | undefined;
  readonly resultCount: number;
  readonly isSlow: boolean;
  readonly results: 'good' | 'gone' | 'broken';
  readonly answer: 'prompt' | 'late' | 'reset';
  readonly midRun: MidRunFault;
};

/** How the task shows itself in the middle of its run. */
export type MidRunFault = 'good' | 'unsteady' | 'unknown_status';

const keyPrefix = 'sandbox-error-';
const marker = /\[sandbox:([^\]]*)\]/g;

const errorMessages: Record<ServiceErrorCode, string> = {
  invalid_request: 'The request is invalid.',
  unauthorized: 'The API key is invalid or has expired.',
  insufficient_quota: 'The account’s credits do not cover this request.',
  model_access_denied: 'This API key may not use this model.',
  rate_limit_exceeded: 'Too many requests; slow down.',
  internal_error: 'The service met an unexpected condition.',
};

const failureMessages: Record<string, string> = {
  content_policy_violation: 'The prompt or the image violates the content policy.',
  invalid_parameters: 'A parameter of the request is not valid for this model.',
  image_processing_error: 'The input image could not be processed.',
  image_dimension_mismatch: 'The sizes of mask and image do not match.',
  request_cancelled: 'The request was cancelled.',
  generation_failed_no_content: 'The model returned no image.',
  service_error: 'The generation service met an error.',
  generation_timeout: 'The generation took too long and was given up.',
  resource_exhausted: 'No capacity is free at the moment.',
  quota_exceeded: 'The service’s quota is used up for now.',
  service_unavailable: 'The generation service is not available at the moment.',
  unknown_code: 'Something happened that has no documented code.',
};

const plain: Scenario = {
  failure: undefined,
  resultCount: limits.resultsMax,
  isSlow: false,
  results: 'good',
  answer: 'prompt',
  midRun: 'good',
};

const faults: Record<string, Partial<Scenario>> = {
  slow: { isSlow: true },
  results_gone: { results: 'gone' },
  results_broken: { results: 'broken' },
  late: { answer: 'late' },
  reset: { answer: 'reset' },
  unsteady: { midRun: 'unsteady' },
  unknown_status: { midRun: 'unknown_status' },
};

/** What the prompt asks the sandbox to act out. Throws the `ServiceError` where that is an error. */
export function scenarioOf(prompt: string): Scenario {
  return [...prompt.matchAll(marker)].reduce((scenario, [, name = '']) => applyMarker(scenario, name), plain);
}

function applyMarker(scenario: Scenario, name: string): Scenario {
  const count = /^results=([0-4])$/.exec(name)?.[1];
  if (count !== undefined) return { ...scenario, resultCount: Number(count) };
  if (Object.hasOwn(faults, name)) return { ...scenario, ...faults[name] };
  if (isServiceErrorCode(name)) throw scenarioError(name);
  if (Object.hasOwn(failureRemedies, name) || name === 'unknown_code') {
    return {
      ...scenario,
      failure: { code: name, message: failureMessages[name] ?? 'The generation failed.' },
    };
  }
  throw new ServiceError('invalid_request', `prompt: the sandbox knows no marker [sandbox:${name}].`);
}

/** The error that this key is for, or undefined for an ordinary key. An unknown scenario is an unknown key. */
export function errorOfKey(key: string): ServiceError | undefined {
  if (!key.startsWith(keyPrefix)) return undefined;
  const code = key.slice(keyPrefix.length);
  return scenarioError(isServiceErrorCode(code) ? code : 'unauthorized');
}

function scenarioError(code: ServiceErrorCode): ServiceError {
  return new ServiceError(code, errorMessages[code]);
}

function isServiceErrorCode(text: string): text is ServiceErrorCode {
  return Object.hasOwn(serviceErrors, text);
}
