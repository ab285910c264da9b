import { limits } from '../../contract/limits.ts';
import type { AddedRegions } from '../../model/document/regions.ts';
import { areasToRings } from '../../model/mask/areasToRings.ts';
import { pasteRegions } from '../../model/mask/operations/pasteRegions.ts';
import {
  defaultMaskReading,
  type MaskDescription,
  type MaskReading,
} from '../../model/pixels/maskReading.ts';
import type { Editor } from '../../store/createEditor.ts';
import { selectOnly } from '../maskOperations/maskActions.ts';
import { isJsonFile } from '../start/fileTransfer.ts';

/** A picture that is to be a mask, what it is as one, and how it is to be read. */
export type MaskPicture = {
  readonly file: File;
  readonly description: MaskDescription;
  readonly reading: MaskReading;
};

/** What regions are to be made of. */
export type MaskSource =
  | { readonly kind: 'areas'; readonly text: string }
  | ({ readonly kind: 'picture' } & MaskPicture);

/** The file's contents as a source; or the sentence that says why it is refused. */
export async function readMaskFile(editor: Editor, file: File): Promise<MaskSource | string> {
  if (isJsonFile(file)) {
    if (file.size > limits.requestBytesMax) return 'Nothing was added: the file is larger than 5 MB.';
    return { kind: 'areas', text: await file.text() };
  }
  const description = await editor.describeMask(file);
  if ('message' in description) return description.message;
  return { kind: 'picture', file, description, reading: defaultMaskReading };
}

/** What adding the source's regions would make of the document; else the sentence that says why it is refused. */
export async function tryMask(editor: Editor, source: MaskSource): Promise<AddedRegions | string> {
  if (source.kind === 'areas') {
    const pasted = pastedAreas(editor, source.text);
    return pasted.kind === 'refused' ? pasted.sentence : pasted;
  }
  const tried = await editor.tryMask(source.file, source.reading);
  return 'message' in tried ? tried.message : tried;
}

/** Adds the source's regions as one undo step and selects them. Where it is refused, resolves to the sentence that says why. */
export async function importMask(editor: Editor, source: MaskSource): Promise<string | null> {
  return source.kind === 'areas' ? importAreas(editor, source.text) : importPicture(editor, source);
}

function pastedAreas({ documents, settings }: Editor, text: string) {
  const { document } = documents.getState();
  const read = areasToRings(text, document, settings.getState().maskFrame);
  return read.kind === 'refused' ? read : { kind: read.kind, ...pasteRegions(document, read.ringsOfEach) };
}

function importAreas(editor: Editor, text: string): string | null {
  const outcome = pastedAreas(editor, text);
  if (outcome.kind === 'refused') return outcome.sentence;
  editor.commit(() => outcome.document);
  selectOnly(editor, outcome.regionIds);
  return null;
}

async function importPicture(editor: Editor, { file, reading }: MaskPicture): Promise<string | null> {
  const problem = await editor.importMask(file, reading);
  return problem === null ? null : problem.message;
}
