import { isFinal, taskSchema } from '../../contract/task.ts';
import { z } from '../../contract/zod.ts';

const seenTaskSchema = z.object({
  kind: z.literal('task'),
  task: taskSchema,
  /** Milliseconds since 1970, by the clock of the copy that asked. */
  seenAt: z.number(),
});

/** A task as the service last told it. */
export type SeenTask = z.infer<typeof seenTaskSchema>;

/** What a watched task's watchers are told, whichever copy of the server asked the service. */
export const taskNewsSchema = z.discriminatedUnion('kind', [
  seenTaskSchema,
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
export type TaskNews = z.infer<typeof taskNewsSchema>;

/** Whether nothing can follow it. */
export function isLastNews(news: TaskNews): boolean {
  return news.kind === 'refused' || (news.kind === 'task' && isFinal(news.task));
}
