import type { Editor } from '../../store/createEditor.ts';
import { duplicateSelection } from '../../store/editor/clipboard.ts';
import { withProblem } from '../../store/editor/editorState.ts';
import { selectAllRegions } from '../../store/editor/regionChanges.ts';
import { compareBy, toggleMask } from '../../store/editor/shownResult.ts';
import { holdTool, releaseTool } from '../../store/editor/toolEvents.ts';
import { fitFrame, zoomIn, zoomOut, zoomToActualSize } from '../../store/editor/viewChanges.ts';
import { toolIds, tools } from '../../tools/registry.ts';
import { fieldIds } from '../pageFields.ts';
import * as texts from '../texts/texts.ts';

/** Something that keys do. The same list serves the keyboard, the tips and the table of keys. */
export type Command = {
  readonly label: string;
  /** Any of these does it; tips show the first. `Mod` is Ctrl, or Cmd on a Mac. */
  readonly keys: readonly [string, ...string[]];
  run(editor: Editor): unknown;
  /** Also while typing or in a dialog, where the browser would act in its place. A dialog only keeps it from both. */
  readonly isEverywhere?: true;
  /** Of a command that lasts while its key is down. */
  release?(editor: Editor): unknown;
};

export const commands = {
  openImage: {
    label: texts.commands.openImage,
    keys: ['Mod+O'],
    isEverywhere: true,
    run: () => document.getElementById(fieldIds.image)?.click(),
  },
  save: {
    label: texts.commands.save,
    keys: ['Mod+S'],
    isEverywhere: true,
    run: (editor) =>
      import('../results/saveShown.ts').then(
        ({ saveShown }) => saveShown(editor),
        () => editor.transact(withProblem({ code: 'partNotLoaded' }), 'atOnce'),
      ),
  },
  undo: { label: texts.commands.undo, keys: ['Mod+Z'], run: (editor) => editor.undo() },
  redo: { label: texts.commands.redo, keys: ['Mod+Shift+Z', 'Mod+Y'], run: (editor) => editor.redo() },
  delete: {
    label: texts.commands.delete,
    keys: ['Delete', 'Backspace'],
    run: (editor) => editor.dispatch({ type: 'delete' }),
  },
  selectAll: {
    label: texts.commands.selectAll,
    keys: ['Mod+A'],
    run: (editor) => editor.transact(selectAllRegions),
  },
  duplicate: {
    label: texts.commands.duplicate,
    keys: ['Mod+D'],
    run: (editor) => editor.transact(duplicateSelection),
  },
  confirm: {
    label: texts.commands.confirm,
    keys: ['Enter'],
    run: (editor) => editor.dispatch({ type: 'confirm' }),
  },
  cancel: {
    label: texts.commands.cancel,
    keys: ['Escape'],
    run: (editor) => editor.dispatch({ type: 'cancel' }),
  },
  zoomIn: {
    label: texts.commands.zoomIn,
    keys: ['+', '='],
    run: (editor) => editor.transact(zoomIn, 'atOnce'),
  },
  zoomOut: {
    label: texts.commands.zoomOut,
    keys: ['-'],
    run: (editor) => editor.transact(zoomOut, 'atOnce'),
  },
  fit: {
    label: texts.commands.fit,
    keys: ['0', 'Shift+1'],
    run: (editor) => editor.transact(fitFrame, 'atOnce'),
  },
  actualSize: {
    label: texts.commands.actualSize,
    keys: ['1', 'Mod+0'],
    run: (editor) => editor.transact(zoomToActualSize, 'atOnce'),
  },
  showMask: {
    label: texts.commands.showMask,
    keys: ['M'],
    run: (editor) => editor.transact(toggleMask, 'atOnce'),
  },
  peek: {
    label: texts.commands.peek,
    keys: ['C', '\\'],
    run: (editor) => editor.transact(compareBy({ isPeeking: true }), 'atOnce'),
    release: (editor) => editor.transact(compareBy({ isPeeking: false }), 'atOnce'),
  },
  holdPan: {
    label: texts.commands.holdPan,
    keys: ['Space'],
    run: (editor) => editor.transact(holdTool('pan'), 'atOnce'),
    release: (editor) => editor.transact(releaseTool, 'atOnce'),
  },
} as const satisfies Record<string, Command>;

const toolCommands: readonly Command[] = toolIds.map((id) => ({
  label: texts.toolNames[id],
  keys: [tools[id].key.toUpperCase()],
  run: (editor) => editor.pickTool(id),
}));

/** In the order in which a table of keys lists them. */
export const allCommands: readonly Command[] = [...toolCommands, ...Object.values(commands)];
