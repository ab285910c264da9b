import { parseJson } from '../contract/parseJson.ts';
import { errorBodySchema } from '../contract/serviceError.ts';
import { type Task, taskSchema } from '../contract/task.ts';
import { z } from '../contract/zod.ts';
import { messageOf, ProxyError } from './proxyError.ts';

/** What is heard of a task. After `closed` nothing more is; whoever still wants to know has to ask. */
export type TaskNews =
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'trouble'; readonly message: string }
  | { readonly kind: 'refused'; readonly error: ProxyError }
  | { readonly kind: 'closed' };

export type StopListening = () => void;

const troubleSchema = z.object({ message: z.string() });
const refusedSchema = z.extend(errorBodySchema, { status: z.int() });

/**
 * Listens to `GET /api/tasks/:id/events`. The browser connects again by itself after a lost connection; a refused one it
 * gives up, without telling why.
 */
export function listenToTask(url: string, hear: (news: TaskNews) => void): StopListening {
  const source = new EventSource(url);

  function close() {
    source.close();
    hear({ kind: 'closed' });
  }

  const on = <Value>(name: string, schema: z.ZodMiniType<Value>, newsOf: (value: Value) => TaskNews) =>
    source.addEventListener(name, (event: MessageEvent<string>) => {
      const parsed = schema.safeParse(parseJson(event.data));
      if (parsed.success) hear(newsOf(parsed.data));
    });

  on('task', taskSchema, (task) => ({ kind: 'task', task }));
  on('trouble', troubleSchema, ({ message }) => ({ kind: 'trouble', message }));
  on('refused', refusedSchema, ({ status, error: { code, message } }) => ({
    kind: 'refused',
    error: new ProxyError(messageOf(code, message), { status, code, mayHaveBeenCharged: false }),
  }));
  source.addEventListener('end', close);
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) close();
  });
  return () => source.close();
}
