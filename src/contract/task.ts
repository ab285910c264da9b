import { z } from 'zod';

/** What the person can do about a failed task: change the request and resend, or try the same again later. */
export type FailureRemedy = 'fix' | 'retry';

/** The documented failure codes. Others may come: an unknown code still shows its message. */
export const failureCodes: Record<string, FailureRemedy> = {
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

export const taskStatusSchema = z.enum(['pending', 'processing', 'completed', 'failed']);

/** The task object of `POST /v1/images/generations`, `GET /v1/tasks/{id}` and callbacks. Unknown fields pass. */
export const taskSchema = z.looseObject({
  /** Unix seconds. */
  created: z.int(),
  id: z.string().min(1),
  model: z.string(),
  object: z.string(),
  /** 0 to 100. */
  progress: z.number(),
  status: taskStatusSchema,
  task_info: z
    .looseObject({ can_cancel: z.boolean().optional(), estimated_time: z.number().optional() })
    .optional(),
  type: z.string().optional(),
  usage: z
    .looseObject({
      billing_rule: z.string().optional(),
      credits_reserved: z.number().optional(),
      user_group: z.string().optional(),
    })
    .optional(),
  /** One to four image URLs that live 24 hours; only of a completed task. */
  results: z.array(z.string()).optional(),
  error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
});
export type Task = z.infer<typeof taskSchema>;
