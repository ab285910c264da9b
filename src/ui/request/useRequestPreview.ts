import { useStore } from 'zustand';
import type { RequestPreviewState } from '../../store/requestPreview.ts';
import { useEditor } from '../../store/useEditor.ts';

/** The request as it would be sent now. */
export function useRequestPreview(): RequestPreviewState {
  return useStore(useEditor().requestPreview);
}
