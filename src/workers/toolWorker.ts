import { packChange, unpackDocument } from '../model/document/packDocument.ts';
import { tools } from '../tools/registry.ts';
import type { Tool } from '../tools/tool.ts';
import type { ToolAnswer, ToolQuestion } from './toolMessages.ts';
import { type Call, replyTo } from './workerCalls.ts';

self.addEventListener('message', async ({ data }: MessageEvent<Call<ToolQuestion>>) => {
  self.postMessage(await replyTo(data, answer));
});

function answer({ id, session, event, context }: ToolQuestion): ToolAnswer {
  const tool: Tool = tools[id];
  const document = unpackDocument(context.document);
  const { commit, ...result } = tool.handle(session, event, { ...context, document });
  return commit === undefined ? result : { ...result, commit: packChange(document, commit) };
}
