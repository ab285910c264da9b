import { decodeTaskEvent, streamEvents, type TaskEvent, taskEventSchemas } from '../contract/taskEvents.ts';
import { messageOf, ProxyError, reasonOf } from './proxyError.ts';

/** What comes of a task's event stream. After `closed` nothing more does; whoever still wants to know has to ask. */
export type TaskStreamEvent =
  | Exclude<TaskEvent, { kind: 'refused' }>
  | { readonly kind: 'refused'; readonly error: ProxyError }
  | { readonly kind: 'closed' };

export type StopListening = () => void;

/**
 * Listens to the task events at this URL. The browser connects again by itself after a lost connection; a refused one it
 * gives up, without telling why. Events in another form than the contract's are left out.
 */
export function listenToTask(url: string, onEvent: (event: TaskStreamEvent) => void): StopListening {
  const source = new EventSource(url);

  function close() {
    source.close();
    onEvent({ kind: 'closed' });
  }

  for (const name of Object.keys(taskEventSchemas)) {
    source.addEventListener(name, ({ data }: MessageEvent<string>) => {
      const event = decodeTaskEvent({ event: name, data });
      if (event) onEvent(withProxyError(event));
    });
  }
  source.addEventListener(streamEvents.end, close);
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) close();
  });
  return () => source.close();
}

function withProxyError(event: TaskEvent): TaskStreamEvent {
  if (event.kind !== 'refused') return event;
  const { status, code, message } = event;
  const error = new ProxyError(messageOf(code, message), {
    status,
    code,
    reason: reasonOf(code),
    mayHaveBeenCharged: false,
  });
  return { kind: 'refused', error };
}
