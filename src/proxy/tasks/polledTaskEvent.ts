import { isFinal } from '../../contract/task.ts';
import { taskEventSchemas } from '../../contract/taskEvents.ts';
import { z } from '../../contract/zod.ts';

/** `seenAt` is in milliseconds since 1970, by the clock of the copy that asked. */
const polledTaskSchema = z.extend(taskEventSchemas.task, { seenAt: z.number() });

/** A task as the service last told it. */
export type PolledTask = z.infer<typeof polledTaskSchema>;

/** A task event as copies of the server publish it: with when it was asked for, or after how long it is asked for again. */
export const polledTaskEventSchema = z.discriminatedUnion('kind', [
  polledTaskSchema,
  z.extend(taskEventSchemas.trouble, { pauseMs: z.number() }),
  taskEventSchemas.refused,
]);
export type PolledTaskEvent = z.infer<typeof polledTaskEventSchema>;

/** Whether nothing can follow it. */
export function isLastEvent(event: PolledTaskEvent): boolean {
  return event.kind === 'refused' || (event.kind === 'task' && isFinal(event.task));
}

/** How long a task's state is kept, in milliseconds. A final one does not change, but its links die after a day. */
export const taskLifetimeMs = { running: 10 * 60_000, final: 60 * 60_000 } as const;
