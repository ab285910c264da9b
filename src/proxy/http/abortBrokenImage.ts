import { setImmediate } from 'node:timers/promises';

/** What carries an answer to the client. */
type Outgoing = Readonly<{ headersSent: boolean; destroyed: boolean }> & { destroy(error?: Error): unknown };

/**
 * An image that breaks off on its way in has to break off on its way out, or it would pass for a whole one. The adapter sees
 * to that for any body, but prints the error's stack; the log's line on the request is to tell it instead.
 */
export function abortBrokenImage(response: Response, outgoing: Outgoing): Response {
  const isImage = response.headers.get('content-type')?.startsWith('image/');
  if (!isImage || response.body === null) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await reader.read();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        await abortConnection(outgoing, error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, response);
}

/** The adapter holds the head back for some turns of the event loop, in case the body is short. */
async function abortConnection(outgoing: Outgoing, error: unknown): Promise<void> {
  while (!outgoing.headersSent && !outgoing.destroyed) await setImmediate();
  outgoing.destroy(error instanceof Error ? error : undefined);
}
