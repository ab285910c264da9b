import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { routes } from '../../contract/routes.ts';
import type { Task } from '../../contract/task.ts';
import { encodeTaskEvent, streamEvents } from '../../contract/taskEvents.ts';
import { HttpError } from '../httpError.ts';
import { createEventQueue } from '../tasks/eventQueue.ts';
import { isLastEvent, type PolledTaskEvent } from '../tasks/polledTaskEvent.ts';
import { taskId } from '../tasks/taskId.ts';
import type { SubscriptionEvent, TaskSubscriptions } from '../tasks/taskSubscriptions.ts';

/** Both in milliseconds: a silent connection is cut by what lies between, and a lost one is tried again by the page. */
const heartbeatMs = 15_000;
const retryMs = 2000;

/** Seconds after which a page that was turned away may try again; until then it asks for the task by itself. */
const retryAfter = '2';

/**
 * `GET /api/tasks/:id/events`: a task's states as server-sent events, until its last one, to so many pages at once. `onCount`
 * hears how many there are.
 */
export function taskEventRoutes(
  subscriptions: TaskSubscriptions,
  streamsMax: number,
  onCount: (open: number) => void = () => undefined,
): Hono {
  let open = 0;
  const count = (change: number) => {
    open += change;
    onCount(open);
  };
  return new Hono().get(routes.taskEvents, (c) => {
    const id = taskId(c.req.param('id'));
    if (open >= streamsMax) throw tooManyStreams();
    count(1);
    const lastEventId = c.req.header('last-event-id');
    const response = streamSSE(c, (stream) =>
      sendEvents(stream, subscriptions, id, lastEventId).finally(() => count(-1)),
    );
    // Nginx gathers answers unless told so, and whatever compresses would hold events back.
    response.headers.set('x-accel-buffering', 'no');
    response.headers.set('cache-control', 'no-cache, no-transform');
    // How the connection is used is the server's to say.
    response.headers.delete('connection');
    response.headers.delete('transfer-encoding');
    return response;
  });
}

function tooManyStreams(): HttpError {
  const message = 'This server can watch no more tasks at once. The task goes on; ask for it instead.';
  return new HttpError(503, 'server_busy', message, { retryAfter });
}

async function sendEvents(
  stream: SSEStreamingApi,
  subscriptions: TaskSubscriptions,
  id: string,
  lastEventId: string | undefined,
): Promise<void> {
  const queue = createEventQueue<SubscriptionEvent | { readonly kind: 'closed' }>();
  stream.onAbort(() => queue.push({ kind: 'closed' }));
  const unsubscribe = subscriptions.subscribe(id, queue.push);
  let version = lastEventId;
  try {
    await stream.write(`retry: ${retryMs}\n\n`);
    while (!stream.aborted) {
      const event = await queue.next(heartbeatMs);
      if (event === undefined) await stream.write(': still here\n\n');
      else if (event.kind === 'closed') return;
      else if (event.kind === 'reconnect')
        return await stream.writeSSE({ event: streamEvents.reconnect, data: '{}' });
      else {
        version = await writeEvent(stream, event, version);
        if (isLastEvent(event)) return await stream.writeSSE({ event: streamEvents.end, data: '{}' });
      }
    }
  } finally {
    unsubscribe();
  }
}

/** Leaves out a task's state that the page has already. Returns the version that it has then. */
async function writeEvent(
  stream: SSEStreamingApi,
  event: PolledTaskEvent,
  version: string | undefined,
): Promise<string | undefined> {
  if (event.kind !== 'task') {
    await stream.writeSSE(encodeTaskEvent(event));
    return version;
  }
  const id = versionOf(event.task);
  if (id !== version) await stream.writeSSE({ ...encodeTaskEvent(event), id });
  return id;
}

/** The same at every copy of the server, wherever a page connects again. */
function versionOf(task: Task): string {
  return createHash('sha256').update(JSON.stringify(task)).digest('base64url').slice(0, 16);
}
