import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Document } from '../model/document/document.ts';
import type { Settings } from '../model/request/settings.ts';
import type { KeptCheck } from '../workers/compareWorker.ts';
import type { Editor } from './createEditor.ts';
import type { NewestAnswer } from './editor/newestAnswer.ts';
import type { RequestPreviewState } from './editor/requestPreview.ts';
import type { SessionState } from './editor/sessionStore.ts';
import type { GenerationState } from './generations/generationStore.ts';

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error('This component needs an EditorContext around it.');
  return editor;
}

export function useDocument<T>(select: (document: Document) => T): T {
  return useStore(useEditor().documents, (state) => select(state.document));
}

/** The document with the operation that is tried out, or as it is. */
export function useTriedDocument(): Document {
  const document = useDocument((each) => each);
  return useSession((session) => session.preview) ?? document;
}

export function useSession<T>(select: (session: SessionState) => T): T {
  return useStore(useEditor().session, select);
}

export function useSettings<T>(select: (settings: Settings) => T): T {
  return useStore(useEditor().settings, select);
}

export function useGenerations<T>(select: (state: GenerationState) => T): T {
  return useStore(useEditor().generations, select);
}

/** How many steps can be undone and redone. */
export function useHistory<T>(select: (history: { past: number; future: number }) => T): T {
  return useStore(useEditor().documents.temporal, (state) =>
    select({ past: state.pastStates.length, future: state.futureStates.length }),
  );
}

/** Where the result that is looked at differs from the layout, once that has been asked. */
export function useCheck<T>(select: (check: NewestAnswer<KeptCheck> | null) => T): T {
  return useStore(useEditor().comparison.checks, select);
}

/** The result that is looked at with the original put back, while that is tried. */
export function useRestored<T>(select: (restored: NewestAnswer<ImageBitmap> | null) => T): T {
  return useStore(useEditor().comparison.restored, select);
}

/** The request as it would be sent now. */
export function useRequestPreview(): RequestPreviewState {
  return useStore(useEditor().requestPreview);
}
