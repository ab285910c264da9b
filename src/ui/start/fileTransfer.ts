import type { Editor } from '../../store/createEditor.ts';
import { withInfo, withProblem } from '../../store/editor/editorState.ts';
import { addRegions } from '../../store/editor/regionChanges.ts';

const onlyFiles =
  'Only image files can be dropped here, not links or text. Save the image first, then drop its file.';

/** Opens what was dropped or pasted: of several files the first, and says so. */
export async function openFiles(editor: Editor, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) {
    editor.transact(withProblem(onlyFiles), 'atOnce');
    return;
  }
  if (isJsonFile(first) && editor.getState().document.image !== null) return importAreas(editor, first);
  await editor.images.openImage(first);
  if (files.length === 1 || editor.getState().notice !== null) return;
  const message = `Opened ${first.name}, the first of ${files.length} files.`;
  editor.transact(withInfo(message), 'atOnce');
}

/** JSON is no photograph, but may be the mask of the one that is open. */
async function importAreas(editor: Editor, file: File) {
  const { readMaskFile, ringsOfMask } = await import('../maskFiles/maskImports.ts');
  const imageId = editor.getState().document.image?.id;
  const source = await readMaskFile(editor, file);
  const rings = typeof source === 'string' ? source : await ringsOfMask(editor, source);
  if (typeof rings === 'string') editor.transact(withProblem(rings), 'atOnce');
  else editor.transact(addRegions(rings, imageId));
}

export function isJsonFile({ name, type }: File): boolean {
  return type === 'application/json' || name.endsWith('.json');
}

export function holdsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** Text may be dropped and pasted into fields as ever. */
export function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}
