import { type ToolId, tools } from '../tools/registry.ts';
import type { Tool, ToolContext, ToolEvent, ToolResult } from '../tools/tool.ts';
import { expose } from './expose.ts';

type Session = Tool['idle'];

const jobs = {
  /** Has a tool handle an event beside the page's own thread. */
  handle(id: ToolId, session: Session, event: ToolEvent, context: ToolContext): ToolResult<Session> {
    const tool: Tool = tools[id];
    return tool.handle(session, event, context);
  },
};

export type ToolJobs = typeof jobs;

expose(jobs);
