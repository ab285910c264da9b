import type { Editor } from '../../store/createEditor.ts';
import { withInfo, withProblem } from '../../store/editor/editorState.ts';
import { addRegions, tellLosses } from '../../store/editor/regionChanges.ts';

/** Opens what was dropped or pasted: of several files the first, and says so. */
export async function openFiles(editor: Editor, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  if (isJsonFile(first) && editor.getState().document.image !== null) return importAreas(editor, first);
  await editor.images.openImage(first);
  if (files.length === 1 || editor.getState().notice !== null) return;
  const facts = { code: 'firstOfFiles', name: first.name, count: files.length } as const;
  editor.transact(withInfo(facts), 'atOnce');
}

/**
 * Opens the image that a drag or a clipboard brings from another page, and says why where it cannot be had. Resolves to
 * whether there is one.
 */
export async function openTransferred(editor: Editor, transfer: DataTransfer): Promise<boolean> {
  const transferred = {
    html: transfer.getData('text/html'),
    addresses: transfer.getData('text/uri-list'),
    text: transfer.getData('text/plain'),
  };
  const reader = await import('./transferredImage.ts').catch(() => undefined);
  if (reader === undefined) {
    editor.transact(withProblem({ code: 'partNotLoaded' }), 'atOnce');
    return true;
  }
  const image = reader.transferredImage(transferred);
  if (image?.kind === 'link') void editor.images.openLink(image.link);
  else if (image?.kind === 'file') void editor.images.openImage(image.file);
  else if (image !== undefined) editor.transact(withProblem({ code: 'imageOutOfReach' }), 'atOnce');
  return image !== undefined;
}

/** JSON is no photograph, but may be the mask of the one that is open. */
async function importAreas(editor: Editor, file: File) {
  const { readMaskFile, ringsOfMask } = await import('../maskFiles/maskImports.ts');
  const imageId = editor.getState().document.image?.id;
  const source = await readMaskFile(editor, file);
  const read = source.kind === 'refused' ? source : await ringsOfMask(editor, source);
  if (read.kind === 'refused') editor.transact(withProblem({ code: 'refused', refusal: read }), 'atOnce');
  else editor.transact((state) => addRegions(read.ringsOfEach, imageId)(tellLosses(read)(state)));
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
