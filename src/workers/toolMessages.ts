import type { PackedChange, PackedDocument } from '../model/document/packDocument.ts';
import type { ToolId } from '../tools/registry.ts';
import type { Tool, ToolContext, ToolEvent, ToolResult } from '../tools/tool.ts';

/** What `Tool.handle` is given, and which tool it is. */
export type ToolQuestion = {
  readonly id: ToolId;
  readonly session: Tool['idle'];
  readonly event: ToolEvent;
  readonly context: Omit<ToolContext, 'document'> & { readonly document: PackedDocument };
};

export type ToolAnswer = Omit<ToolResult<Tool['idle']>, 'commit'> & { readonly commit?: PackedChange };
