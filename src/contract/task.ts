import { codeSchema, messageSchema } from './serviceError.ts';
import { z } from './zod.ts';

/** What the person can do about a failed task: change the request and resend, or try the same again later. */
type FailureRemedy = 'fix' | 'retry';

/** Of the documented failure codes. Others may come: an unknown code still shows its message. */
export const failureRemedies: Record<string, FailureRemedy> = {
  content_policy_violation: 'fix',
  invalid_parameters: 'fix',
  image_processing_error: 'fix',
  image_dimension_mismatch: 'fix',
  request_cancelled: 'fix',
  generation_failed_no_content: 'retry',
  service_error: 'retry',
  generation_timeout: 'retry',
  resource_exhausted: 'retry',
  quota_exceeded: 'retry',
  service_unavailable: 'retry',
};

const taskStatusSchema = z.enum(['pending', 'processing', 'completed', 'failed']);

/** The task object of `POST /v1/images/generations`, `GET /v1/tasks/{id}` and callbacks. Unknown fields pass. */
export const taskSchema = z.looseObject({
  /** Unix seconds. */
  created: z.int(),
  id: z.string().check(z.minLength(1)),
  model: z.string(),
  object: z.string(),
  /** 0 to 100. */
  progress: z.number(),
  status: taskStatusSchema,
  task_info: z.optional(
    z.looseObject({ can_cancel: z.optional(z.boolean()), estimated_time: z.optional(z.number()) }),
  ),
  type: z.optional(z.string()),
  usage: z.optional(
    z.looseObject({
      billing_rule: z.optional(z.string()),
      credits_reserved: z.optional(z.number()),
      user_group: z.optional(z.string()),
    }),
  ),
  /** One to four image URLs that live 24 hours; only of a completed task. */
  results: z.optional(z.array(z.string())),
  error: z.optional(z.looseObject({ code: codeSchema, message: messageSchema })),
});
export type Task = z.infer<typeof taskSchema>;

/** How long the service expects the whole task to take; undefined where it does not say. */
export function estimatedSeconds(task: Task): number | undefined {
  return task.task_info?.estimated_time;
}

/** How many credits the service has reserved for the task; undefined where it does not say. */
export function creditsReserved(task: Task): number | undefined {
  return task.usage?.credits_reserved;
}

/** The service gives a task up after about 20 minutes; what is not final so long after its creation never will be. */
export const taskAgeMaxMs = 30 * 60_000;

/** A new task may not be known everywhere yet: only so many answers in a row that there is none such are believed. */
export const notFoundMax = 3;

/** Whether nothing of it will change any more. */
export function isFinal({ status }: Task): boolean {
  return status === 'completed' || status === 'failed';
}
