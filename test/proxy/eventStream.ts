type ServerEvent = { readonly event: string; readonly data: unknown; readonly id: string | undefined };

export type EventStream = Readonly<{
  response: Response;
  /** The next event; undefined when the stream has ended. */
  next(): Promise<ServerEvent | undefined>;
  /** All events until the end. */
  rest(): Promise<ServerEvent[]>;
  disconnect(): void;
}>;

type SendRequest = (path: string, init: RequestInit) => Response | Promise<Response>;

/** Reads server-sent events as a browser does; comments and `retry` are left out. */
export async function openEvents(
  sendRequest: SendRequest,
  path: string,
  lastEventId?: string,
): Promise<EventStream> {
  const disconnecting = new AbortController();
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await sendRequest(path, { headers, signal: disconnecting.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';

  async function next(): Promise<ServerEvent | undefined> {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const event = parseEvent(text.slice(0, end));
        text = text.slice(end + 2);
        if (event !== undefined) return event;
        continue;
      }
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return undefined;
      text += chunk.value;
    }
  }

  return {
    response,
    next,
    rest: async () => {
      const events: ServerEvent[] = [];
      for (let event = await next(); event !== undefined; event = await next()) events.push(event);
      return events;
    },
    disconnect: () => {
      disconnecting.abort();
      void reader?.cancel().catch(() => undefined);
    },
  };
}

function parseEvent(block: string): ServerEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  const event = fields.get('event');
  if (event === undefined) return undefined;
  return { event, data: JSON.parse(fields.get('data') ?? ''), id: fields.get('id') };
}
