import { limits } from '../../contract/limits.ts';
import type { Rings } from '../../model/geometry/rings/ring.ts';
import { type AreaLosses, areasToRings } from '../../model/mask/areasToRings.ts';
import {
  defaultMaskReading,
  type MaskDescription,
  type MaskReading,
} from '../../model/pixels/maskReading.ts';
import type { Editor } from '../../store/createEditor.ts';
import type { Refusal } from '../../store/notice.ts';
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

/** The file's contents as a source, or why it is refused. */
export async function readMaskFile({ images }: Editor, file: File): Promise<MaskSource | Refusal> {
  if (isJsonFile(file)) {
    if (file.size > limits.requestBytesMax) return { kind: 'refused', reason: 'jsonTooLarge' };
    return { kind: 'areas', text: await file.text() };
  }
  const description = await images.describeMask(file);
  if ('kind' in description) return description;
  return { kind: 'picture', file, description, reading: defaultMaskReading };
}

/** Image px. */
type RingsRead = { readonly kind: 'read'; readonly ringsOfEach: readonly Rings[] } & AreaLosses;

/** The rings of each region that the source brings, or why it is refused. */
export async function ringsOfMask(editor: Editor, source: MaskSource): Promise<RingsRead | Refusal> {
  if (source.kind === 'picture') {
    const read = await editor.images.readMask(source.file, source.reading);
    return read.kind === 'refused' ? read : { ...read, roundedVertices: 0, leftOut: 0 };
  }
  const { document, settings } = editor.getState();
  return areasToRings(source.text, document, settings.maskFrame);
}
