import { applyOperation } from '../../src/model/mask/operations/applyOperation.ts';
import type { Editor, EditorParts } from '../../src/store/createEditor.ts';
import { type ToolId, tools } from '../../src/tools/registry.ts';
import type { Tool, ToolContext, ToolEvent } from '../../src/tools/tool.ts';
import { lateAnswers } from './lateAnswers.ts';
import { stagePointer } from './stagePointer.ts';
import { createTestEditor, fakeMasks, openPhotograph } from './testEditor.ts';

/** An editor with a photograph, whose workers at drawings and operations answer when the test says so. */
export async function openLateEditor(change: Partial<EditorParts> = {}) {
  const { calls, late } = lateAnswers();
  const editor = createTestEditor({
    tools: { handle: late(handle), close: () => undefined },
    masks: { ...fakeMasks, applyOperation: late(applyOperation) },
    ...change,
  });
  await openPhotograph(editor);
  return { editor, calls };
}

function handle(id: ToolId, session: Tool['idle'], event: ToolEvent, context: ToolContext) {
  const tool: Tool = tools[id];
  return tool.handle(session, event, context);
}

/** A stroke of 300 points along a line at that height, which takes a worker to work out. */
export function brushAlong(editor: Editor, y: number): void {
  editor.pickTool('brush');
  const trail = Array.from({ length: 300 }, (_, step) => ({ x: 10 + step, y: y + 5 * Math.sin(step / 9) }));
  const mouse = stagePointer(editor);
  mouse.press(10, y);
  mouse.moveAlong([...trail, { x: 309, y }]);
  mouse.release(309, y);
}
