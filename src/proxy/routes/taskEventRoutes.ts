import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Task } from '../../contract/task.ts';
import { createMailbox } from '../tasks/eventQueue.ts';
import { isLastNews } from '../tasks/polledTaskEvent.ts';
import { taskId } from '../tasks/taskId.ts';
import type { Notice, TaskWatches } from '../tasks/taskSubscriptions.ts';

/** Both in milliseconds: a silent connection is cut by what lies between, and a lost one is tried again by the page. */
const heartbeatMs = 15_000;
const retryMs = 2000;

/** `GET /:id/events`: a task's states as server-sent events, until its last one. */
export function taskEventRoutes(watches: TaskWatches): Hono {
  return new Hono().get('/:id/events', (c) => {
    const id = taskId(c.req.param('id'));
    const versionSeen = c.req.header('last-event-id');
    const response = streamSSE(c, (stream) => tellEvents(stream, watches, id, versionSeen));
    // Nginx gathers answers unless told so, and whatever compresses would hold events back.
    response.headers.set('x-accel-buffering', 'no');
    response.headers.set('cache-control', 'no-cache, no-transform');
    // How the connection is used is the server's to say.
    response.headers.delete('connection');
    response.headers.delete('transfer-encoding');
    return response;
  });
}

async function tellEvents(
  stream: SSEStreamingApi,
  watches: TaskWatches,
  id: string,
  versionSeen: string | undefined,
): Promise<void> {
  const mailbox = createMailbox<Notice | { readonly kind: 'gone' }>();
  stream.onAbort(() => mailbox.put({ kind: 'gone' }));
  const leave = watches.watch(id, mailbox.put);
  let version = versionSeen;
  try {
    await stream.write(`retry: ${retryMs}\n\n`);
    while (!stream.aborted) {
      const notice = await mailbox.take(heartbeatMs);
      if (notice === undefined) await stream.write(': still here\n\n');
      else if (notice.kind === 'gone') return;
      else {
        version = await tell(stream, notice, version);
        if (notice.kind === 'reconnect') return;
        if (isLastNews(notice)) return await stream.writeSSE({ event: 'end', data: '{}' });
      }
    }
  } finally {
    leave();
  }
}

/** Returns the version of the task that the page has then. */
async function tell(
  stream: SSEStreamingApi,
  notice: Notice,
  version: string | undefined,
): Promise<string | undefined> {
  switch (notice.kind) {
    case 'task': {
      const current = versionOf(notice.task);
      if (current !== version) {
        await stream.writeSSE({ event: 'task', id: current, data: JSON.stringify(notice.task) });
      }
      return current;
    }
    case 'trouble':
      await stream.writeSSE({ event: 'trouble', data: JSON.stringify({ message: notice.message }) });
      return version;
    case 'refused': {
      const { status, code, message, type } = notice;
      const data = JSON.stringify({ status, error: { code, message, type } });
      await stream.writeSSE({ event: 'refused', data });
      return version;
    }
    case 'reconnect':
      await stream.writeSSE({ event: 'reconnect', data: '{}' });
      return version;
  }
}

/** The same at every copy of the server, wherever a page connects again. */
function versionOf(task: Task): string {
  return createHash('sha256').update(JSON.stringify(task)).digest('base64url').slice(0, 16);
}
