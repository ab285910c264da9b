import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Document } from '../model/document/document.ts';
import type { Settings } from '../model/request/settings.ts';
import type { KeptCheckBitmaps } from '../workers/compareWorker.ts';
import type { Editor } from './createEditor.ts';
import { type EditorState, triedDocument } from './editor/editorState.ts';
import type { GenerationState } from './generations/generationStore.ts';
import type { RequestPreviewState } from './generations/request/requestPreview.ts';
import type { LoadedImage } from './images/imageLibrary.ts';
import type { LatestAnswer } from './latestAnswer.ts';

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error('This component needs an EditorContext around it.');
  return editor;
}

export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor(), select);
}

export function useDocument<T>(select: (document: Document) => T): T {
  return useEditorState(({ document }) => select(document));
}

/** The document with what is tried out on it, or as it is. */
export function useTriedDocument(): Document {
  return useEditorState(triedDocument);
}

export function useSettings<T>(select: (settings: Settings) => T): T {
  return useEditorState(({ settings }) => select(settings));
}

/** The image of that id, once it is at hand. */
export function useLoadedImage(id: string | undefined): LoadedImage | undefined {
  return useStore(useEditor().images.library, ({ images }) =>
    id === undefined ? undefined : images.get(id),
  );
}

export function useGenerations<T>(select: (state: GenerationState) => T): T {
  return useStore(useEditor().generations.store, select);
}

/** Where the result that is looked at differs from the layout, once that has been asked. */
export function useCheck<T>(select: (check: LatestAnswer<KeptCheckBitmaps> | null) => T): T {
  return useStore(useEditor().comparison.checks, select);
}

/** The result that is looked at with the original put back, while that is tried. */
export function useRestored<T>(select: (restored: LatestAnswer<ImageBitmap> | null) => T): T {
  return useStore(useEditor().comparison.restored, select);
}

/** The request as it would be sent now. */
export function useRequestPreview(): RequestPreviewState {
  return useStore(useEditor().requestPreview);
}
