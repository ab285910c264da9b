import type { Document } from '../../model/document/document.ts';
import { problemsOf } from '../../model/request/problems.ts';
import type { Settings } from '../../model/request/settings.ts';
import type { EditorStore } from '../editor/editorStore.ts';
import type { Generation } from './generation.ts';
import { type GenerationStore, generationWith } from './generationStore.ts';
import { isSamePress, type Press } from './press.ts';

export type GenerateParts = {
  editor: EditorStore;
  generations: GenerationStore;
  /** Resolves when it has come to its end. */
  begin(generation: Generation): Promise<void>;
  isSandbox: boolean;
  newId(): string;
  now(): number;
};

/** Everything that is sent begins here, as a generation that is kept before anything leaves. */
export function createGenerate({ editor, generations, begin, ...parts }: GenerateParts) {
  let last: (Press & { readonly id: string }) | undefined;

  /** Sends the document as it stands, unless something stops it. Resolves when the generation has come to its end. */
  async function generate(): Promise<void> {
    const { document, settings: chosen } = editor.getState();
    const isStopped = problemsOf(document, chosen).some((problem) => problem.severity === 'stops');
    if (!isStopped) await start(document, chosen);
  }

  async function start(document: Document, chosen: Settings): Promise<void> {
    const press: Press = { document, settings: chosen, at: parts.now() };
    if (last && isSamePress(last, press, generationWith(generations, last.id))) {
      // A repeated press keeps the gap from passing.
      last = { ...last, at: press.at };
      return;
    }
    const id = parts.newId();
    last = { ...press, id };
    await begin({
      id,
      startedAt: press.at,
      isSandbox: parts.isSandbox,
      document,
      settings: chosen,
      uploads: [],
      base: document.image?.base,
      phase: { name: 'queued' },
    });
  }

  return { generate, start };
}
