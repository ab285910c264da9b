import { z } from './zod.ts';

/** What the person can do about a failed task: change the request and resend, or try the same again later. */
type FailureRemedy = 'fix' | 'retry';

type FailureAdvice = { readonly remedy: FailureRemedy; readonly advice: string };

/** The documented failure codes. Others may come: an unknown code still shows its message. */
export const failureCodes: Record<string, FailureAdvice> = {
  content_policy_violation: {
    remedy: 'fix',
    advice: 'The moderation refused it. Reword the prompt or use another photograph.',
  },
  invalid_parameters: {
    remedy: 'fix',
    advice: 'Check the prompt, the mask and the layout, then send again.',
  },
  image_processing_error: {
    remedy: 'fix',
    advice:
      'The service could not read the image or the mask. Open the photograph again or save it in another format.',
  },
  image_dimension_mismatch: {
    remedy: 'fix',
    advice: 'The mask does not fit the image. Switch the mask format or the mask frame and send again.',
  },
  request_cancelled: { remedy: 'fix', advice: 'The task was cancelled. Send it again when you are ready.' },
  generation_failed_no_content: {
    remedy: 'retry',
    advice: 'The service made no image. The same request may work a little later.',
  },
  service_error: { remedy: 'retry', advice: 'The service had a fault of its own. Try the same again later.' },
  generation_timeout: { remedy: 'retry', advice: 'The task took too long. Try the same again later.' },
  resource_exhausted: {
    remedy: 'retry',
    advice: 'The service is busy. Try the same again in a few minutes.',
  },
  quota_exceeded: {
    remedy: 'retry',
    advice: 'Your quota is used up. Try again when it is renewed or topped up.',
  },
  service_unavailable: {
    remedy: 'retry',
    advice: 'The service is not available now. Try the same again later.',
  },
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
  error: z.optional(z.looseObject({ code: z.string(), message: z.string() })),
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
