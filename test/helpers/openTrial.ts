import type { Document } from '../../src/model/document/document.ts';
import type { EditorStore } from '../../src/store/editor/editorStore.ts';

/** As if an operation were open that made this of the document. */
export function openTrial(editor: EditorStore, document: Document): void {
  editor.transact((state) => ({
    ...state,
    maskPanel: 'grow',
    trial: {
      source: { kind: 'regions', ringsOfEach: [] },
      answered: null,
      base: state.document,
      outcome: { document, lostCount: 0, isAllLost: false },
    },
  }));
}
