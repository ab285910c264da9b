import { type FileFindings, fileFindings } from '../model/files/fileFindings.ts';
import { type SentForm, sentForm } from '../model/files/sentForm.ts';
import { isSameSize } from '../model/geometry/rect.ts';
import { sentImageSize } from '../model/mask/sentImageSize.ts';
import type { OpenedImage } from './openImageFile.ts';

/** What of an opened image's file leaves, where the server takes at most `bytesMax` bytes, and what was found in it. */
export async function readSentForm(
  { blob, source, header }: Pick<OpenedImage, 'blob' | 'source' | 'header'>,
  bytesMax: number,
): Promise<{ readonly form: SentForm; readonly findings: FileFindings }> {
  const findings = fileFindings(new Uint8Array(await blob.arrayBuffer()), header.type);
  return { form: sentForm(findings, !isSameSize(source, sentImageSize(source)), bytesMax), findings };
}
