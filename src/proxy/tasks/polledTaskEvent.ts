import { isFinal, taskSchema } from '../../contract/task.ts';
import { z } from '../../contract/zod.ts';

const polledTaskSchema = z.object({
  kind: z.literal('task'),
  task: taskSchema,
  /** Milliseconds since 1970, by the clock of the copy that asked. */
  seenAt: z.number(),
});

/** A task as the service last told it. */
export type PolledTask = z.infer<typeof polledTaskSchema>;

/** What a watched task's watchers are told, whichever copy of the server asked the service. */
export const polledTaskEventSchema = z.discriminatedUnion('kind', [
  polledTaskSchema,
  /** The last question failed; the next one is due after `pauseMs`. */
  z.object({ kind: z.literal('trouble'), message: z.string(), pauseMs: z.number() }),
  /** The service will not tell, and asking on is pointless. */
  z.object({
    kind: z.literal('refused'),
    status: z.number(),
    code: z.string(),
    message: z.string(),
    type: z.string(),
  }),
]);
export type PolledTaskEvent = z.infer<typeof polledTaskEventSchema>;

/** Whether nothing can follow it. */
export function isLastEvent(event: PolledTaskEvent): boolean {
  return event.kind === 'refused' || (event.kind === 'task' && isFinal(event.task));
}
