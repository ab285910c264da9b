import type { Editor } from '../../store/createEditor.ts';
import { tell } from '../notice/tell.ts';

const onlyFiles =
  'Only image files can be dropped here, not links or text. Save the image first, then drop its file.';

/** Opens what was dropped or pasted: of several files the first, and says so. */
export async function openFiles(editor: Editor, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) {
    editor.session.setState({ notice: { tone: 'problem', message: onlyFiles } });
    return;
  }
  if (isJsonFile(first) && editor.documents.getState().document.image !== null)
    return importAreas(editor, first);
  await editor.openImage(first);
  if (files.length === 1 || editor.session.getState().notice !== null) return;
  tell(editor, `Opened ${first.name}, the first of ${files.length} files.`);
}

/** JSON is no photograph, but may be the mask of the one that is open. */
async function importAreas(editor: Editor, file: File) {
  const { importMask, readMaskFile } = await import('../maskFiles/maskImports.ts');
  const source = await readMaskFile(editor, file);
  const problem = typeof source === 'string' ? source : await importMask(editor, source);
  if (problem !== null) editor.session.setState({ notice: { tone: 'problem', message: problem } });
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
