import { packDocument, unpackChange } from '../model/document/packDocument.ts';
import type { ToolId } from '../tools/registry.ts';
import type { Tool, ToolContext, ToolEvent, ToolResult } from '../tools/tool.ts';
import type { ToolAnswer, ToolQuestion } from './toolMessages.ts';
import { createWorkerCalls } from './workerCalls.ts';

type Session = Tool['idle'];

/** Has a tool handle an event beside the page's own thread. Rejects with the worker's message. */
export type ToolService = {
  handle(id: ToolId, session: Session, event: ToolEvent, context: ToolContext): Promise<ToolResult<Session>>;
  /** Ends the worker; calls under way reject. */
  close(): void;
};

function startToolWorker(): Worker {
  return new Worker(new URL('./toolWorker.ts', import.meta.url), { type: 'module' });
}

export function createToolService(startWorker: () => Worker = startToolWorker): ToolService {
  const calls = createWorkerCalls<ToolQuestion, ToolAnswer>(
    startWorker,
    'The drawing could not be worked out in the background.',
  );

  return {
    async handle(id, session, event, context) {
      const document = packDocument(context.document);
      const { commit, ...result } = await calls.ask({
        id,
        session,
        event,
        context: { ...context, document },
      });
      return commit === undefined ? result : { ...result, commit: unpackChange(context.document, commit) };
    },
    close: () => calls.end('The editor was closed.'),
  };
}
