import { useMemo } from 'react';
import type { Editor } from '../store/createEditor.ts';
import { useDocument, useSession, useSettings } from '../store/useEditor.ts';
import { useBitmap } from './useBitmap.ts';

/** The mask's file, decoded, while it is shown: the very bytes that would be sent, so that the preview cannot err. */
export function useMaskBitmap(editor: Editor): ImageBitmap | null {
  const isShown = useSession((session) => session.isMaskShown);
  const document = useDocument((each) => each);
  const model = useSettings((settings) => settings.model);
  const frame = useSettings((settings) => settings.maskFrame);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the mask is made of decides when it is made again.
  const load = useMemo(
    () => (isShown && document.image !== null ? () => editor.maskPng() : null),
    [editor, isShown, document, model, frame],
  );
  return useBitmap(load);
}
