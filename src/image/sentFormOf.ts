import { type SentForm, sentForm } from '../model/files/sentForm.ts';
import { isSameSize } from '../model/geometry/rect.ts';
import { sentImageSize } from '../model/mask/sentImageSize.ts';
import type { OpenedImage } from './openImageFile.ts';

/** What of an opened image's file leaves, where the server takes at most `bytesMax` bytes. */
export function sentFormOf(
  { source, findings }: Pick<OpenedImage, 'source' | 'findings'>,
  bytesMax: number,
): SentForm {
  return sentForm(findings, !isSameSize(source, sentImageSize(source)), bytesMax);
}
