import type { Editor } from '../../store/createEditor.ts';
import { duplicateSelection } from '../../store/editor/clipboard.ts';
import { tools } from '../../tools/registry.ts';
import { selectAllRegions } from '../maskOperations/maskActions.ts';
import * as texts from '../texts/texts.ts';
import { toolIds } from '../toolbar/toolIds.ts';

/** Something that keys do. The same list serves the keyboard, the tips and the table of keys. */
export type Command = {
  readonly label: string;
  /** Any of these does it; tips show the first. `Mod` is Ctrl, or Cmd on a Mac. */
  readonly keys: readonly [string, ...string[]];
  run(editor: Editor): void;
  /** Of a command that lasts while its key is down. */
  release?(editor: Editor): void;
};

export const commands = {
  undo: { label: 'Undo', keys: ['Mod+Z'], run: (editor) => editor.undo() },
  redo: { label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], run: (editor) => editor.redo() },
  delete: {
    label: 'Delete the selection, or take back the last point',
    keys: ['Delete', 'Backspace'],
    run: (editor) => editor.tool.send({ type: 'delete' }),
  },
  selectAll: { label: 'Select all regions', keys: ['Mod+A'], run: selectAllRegions },
  duplicate: { label: 'Duplicate the selected regions', keys: ['Mod+D'], run: duplicateSelection },
  confirm: {
    label: 'Close the polygon',
    keys: ['Enter'],
    run: (editor) => editor.tool.send({ type: 'confirm' }),
  },
  cancel: { label: 'Cancel, deselect, or go back from a result', keys: ['Escape'], run: cancel },
  zoomIn: { label: 'Zoom in', keys: ['+', '='], run: (editor) => editor.view.zoomIn() },
  zoomOut: { label: 'Zoom out', keys: ['-'], run: (editor) => editor.view.zoomOut() },
  fit: { label: 'Zoom to fit', keys: ['0', 'Shift+1'], run: (editor) => editor.view.fitFrame() },
  actualSize: {
    label: 'Zoom to 100 %',
    keys: ['1', 'Mod+0'],
    run: (editor) => editor.view.zoomToActualSize(),
  },
  showMask: { label: 'Show mask', keys: ['M'], run: toggleMask },
  peek: {
    label: 'Over a result, show the layout while it is held',
    keys: ['C', '\\'],
    run: (editor) => editor.comparison.look({ isPeeking: true }),
    release: (editor) => editor.comparison.look({ isPeeking: false }),
  },
  holdPan: {
    label: 'Pan while it is held',
    keys: ['Space'],
    run: (editor) => editor.tool.hold('pan'),
    release: (editor) => editor.tool.release(),
  },
} as const satisfies Record<string, Command>;

const toolCommands: readonly Command[] = toolIds.map((id) => ({
  label: texts.toolNames[id],
  keys: [tools[id].key.toUpperCase()],
  run: (editor) => editor.tool.pick(id),
}));

/** In the order in which a table of keys lists them. */
export const allCommands: readonly Command[] = [...toolCommands, ...Object.values(commands)];

export function toggleMask({ session }: Editor) {
  session.setState(({ isMaskShown }) => ({ isMaskShown: !isMaskShown, shownResult: null }));
}

function cancel({ session, tool }: Editor) {
  if (session.getState().shownResult !== null) session.setState({ shownResult: null });
  else tool.send({ type: 'cancel' });
}
