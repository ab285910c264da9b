import type { Document } from '../../model/document/document.ts';
import { problemsOf } from '../../model/request/problems.ts';
import type { Settings } from '../../model/request/settings.ts';
import type { DocumentStore } from '../editor/documentStore.ts';
import type { SettingsStore } from '../editor/settingsStore.ts';
import type { GenerationRecords } from './generationRecords.ts';
import { type Generation, type GenerationStore, generationWith, isUnderWay } from './generationStore.ts';

type Parts = {
  documents: DocumentStore;
  settings: SettingsStore;
  generations: GenerationStore;
  records: GenerationRecords;
  /** Works on a new generation once it is recorded. Resolves at its end. */
  begin(id: string, recorded: Promise<void>): Promise<void>;
  isSandbox: boolean;
  newId(): string;
  now(): number;
};

type Press = { readonly document: Document; readonly settings: Settings; readonly id: string; at: number };

/** Presses that follow each other faster are one: a double click, a held key, an impatient hand. */
const pressGapMs = 1000;

/** Everything that is sent begins here, as a generation that is kept before anything leaves. */
export function createGenerate({ documents, settings, generations, records, begin, ...parts }: Parts) {
  let last: Press | undefined;

  /** Sends the document as it stands, unless something stops it. Resolves when the generation has come to its end. */
  async function generate(): Promise<void> {
    const { document } = documents.getState();
    const chosen = settings.getState();
    const isStopped = problemsOf(document, chosen).some((problem) => problem.severity === 'stops');
    if (!isStopped) await start(document, chosen);
  }

  async function start(document: Document, chosen: Settings): Promise<void> {
    if (isSamePress(document, chosen)) return;
    const generation: Generation = {
      id: parts.newId(),
      startedAt: parts.now(),
      isSandbox: parts.isSandbox,
      document,
      settings: chosen,
      uploads: [],
      base: document.image?.base,
      phase: { name: 'queued' },
    };
    last = { document, settings: chosen, id: generation.id, at: parts.now() };
    await begin(generation.id, records.add(generation));
  }

  /** One that has come to a known end is not repeated but followed. A repeated press keeps the gap from passing. */
  function isSamePress(document: Document, chosen: Settings): boolean {
    if (last === undefined || last.document !== document || last.settings !== chosen) return false;
    const isWithinGap = parts.now() - last.at < pressGapMs;
    last.at = parts.now();
    const earlier = generationWith(generations, last.id);
    const isOpen = earlier !== undefined && (isUnderWay(earlier) || earlier.phase.name === 'unknown');
    return isWithinGap && isOpen;
  }

  return { generate, start };
}
