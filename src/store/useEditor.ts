import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Document } from '../model/document.ts';
import type { Settings } from '../model/settings.ts';
import type { Editor } from './createEditor.ts';
import type { GenerationState } from './generationStore.ts';
import type { RequestPreviewState } from './requestPreview.ts';
import type { SessionState } from './sessionStore.ts';

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error('This component needs an EditorContext around it.');
  return editor;
}

export function useDocument<T>(select: (document: Document) => T): T {
  return useStore(useEditor().documents, (state) => select(state.document));
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

/** The request as it would be sent now. */
export function useRequestPreview(): RequestPreviewState {
  return useStore(useEditor().requestPreview);
}
