import { type ToolId, tools } from '../../tools/registry.ts';

/** The registry's ids in its own order, which is the toolbar's. */
export const toolIds: readonly ToolId[] = Object.keys(tools).filter((id): id is ToolId => id in tools);
