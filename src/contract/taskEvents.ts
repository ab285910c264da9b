import { parseJson } from './parseJson.ts';
import { errorBodySchema } from './serviceError.ts';
import { taskSchema } from './task.ts';
import { z } from './zod.ts';

/** What may be told of a task, by kind. The proxy's copies exchange it in this form, with what they need to know besides. */
export const taskEventSchemas = {
  /** A state of the task. Nothing follows a final one. */
  task: z.object({ kind: z.literal('task'), task: taskSchema }),
  /** The service could not be asked, but it will be again. */
  trouble: z.object({ kind: z.literal('trouble'), message: z.string() }),
  /** The service will not tell, and asking on is pointless. Nothing follows. */
  refused: z.object({
    kind: z.literal('refused'),
    status: z.int(),
    code: z.string(),
    message: z.string(),
    type: z.string(),
  }),
};
type TaskEventSchemas = typeof taskEventSchemas;
export type TaskEvent = z.infer<TaskEventSchemas[keyof TaskEventSchemas]>;

/** Server-sent events that are about the stream: `end` when nothing follows, `reconnect` when this copy of the server stops. */
export const streamEvents = { end: 'end', reconnect: 'reconnect' } as const;

/** Of `GET /api/tasks/:id/events`: the `event` and `data` fields of a server-sent event. */
export type ServerSentEvent = Readonly<{ event: string; data: string }>;

const refusedDataSchema = z.extend(errorBodySchema, { status: z.int() });

/** The fields of the server-sent event that tells of this, and nothing that was added to it for others. */
export function encodeTaskEvent(told: TaskEvent): ServerSentEvent {
  return { event: told.kind, data: JSON.stringify(dataOf(told)) };
}

function dataOf(told: TaskEvent): unknown {
  if (told.kind === 'task') return told.task;
  if (told.kind === 'trouble') return { message: told.message };
  const { status, code, message, type } = told;
  return { status, error: { code, message, type } };
}

/** Undefined where it is none of these events, or not in their form. */
export function decodeTaskEvent({ event, data }: ServerSentEvent): TaskEvent | undefined {
  const parsed = parseJson(data);
  switch (event) {
    case 'task':
      return taskEventSchemas.task.safeParse({ kind: event, task: parsed }).data;
    case 'trouble':
      return taskEventSchemas.trouble.safeParse(Object.assign({}, parsed, { kind: event })).data;
    case 'refused': {
      const refused = refusedDataSchema.safeParse(parsed).data;
      return refused && { kind: event, status: refused.status, ...refused.error };
    }
    default:
      return undefined;
  }
}
