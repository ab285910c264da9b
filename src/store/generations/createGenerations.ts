import type { ProxyClient } from '../../api/proxyClient.ts';
import type { Settings } from '../../model/request/settings.ts';
import type { EditorStorage } from '../../storage/openStorage.ts';
import type { MaskWorker } from '../../workers/connectWorkers.ts';
import type { DocumentStore } from '../editor/documentStore.ts';
import type { SessionStore } from '../editor/sessionStore.ts';
import type { SettingsStore } from '../editor/settingsStore.ts';
import type { ToolDriver } from '../editor/toolDriver.ts';
import type { ViewCommands } from '../editor/viewCommands.ts';
import type { KeptImages } from '../images/keptImages.ts';
import type { Tabs } from '../tabs/tabs.ts';
import type { ComplainOfKeeping } from './complainOfKeeping.ts';
import { createGenerate } from './generate.ts';
import { createGenerationActions } from './generationActions.ts';
import { createGenerationClaims } from './generationClaims.ts';
import { createGenerationQueue } from './generationQueue.ts';
import { createGenerationRecords } from './generationRecords.ts';
import { type GenerationStore, generationWith, isCompleted, isUnderWay } from './generationStore.ts';
import { createGenerationWork } from './generationWork.ts';
import { createResultKeeper } from './resultKeeper.ts';
import { createSendGeneration, type ImageForUpload } from './sendGeneration.ts';
import type { Uploads } from './uploads.ts';
import type { Wait } from './waitOnline.ts';

type Parts = {
  documents: DocumentStore;
  settings: SettingsStore;
  replaceSettings(next: Settings): void;
  complainOfKeeping: ComplainOfKeeping;
  session: SessionStore;
  generations: GenerationStore;
  images: KeptImages;
  uploads: Uploads;
  view: ViewCommands;
  tool: ToolDriver;
  client: ProxyClient;
  masks: MaskWorker;
  storage: EditorStorage;
  tabs: Tabs;
  imageForUpload: ImageForUpload;
  isSandbox: boolean;
  generationsAtOnce: number;
  newId(): string;
  now(): number;
  wait: Wait;
};

/** The life of tasks, from the press of Generate to results that are kept, put together. */
export function createGenerations(parts: Parts) {
  const { session, generations, images, storage, tabs } = parts;
  const records = createGenerationRecords(parts);
  const results = createResultKeeper({ ...parts, records });
  const queue = createGenerationQueue({
    generations,
    isOurs: (id) => claims.isHeld(id),
    limit: parts.generationsAtOnce,
    locks: tabs.locks,
  });
  const workOn = createGenerationWork({
    ...parts,
    records,
    results,
    ...queue,
    sendGeneration: createSendGeneration({ ...parts, records, openSource: images.openSource }),
    onCompleted: showFirst,
  });
  const claims = createGenerationClaims({ ...parts, records, results, workOn });
  const { generate, start } = createGenerate({ ...parts, records, begin });
  let isPersistenceAsked = false;

  /** From now on there is something in this browser that may have cost money. */
  async function begin(id: string, recorded: Promise<void>): Promise<void> {
    if (!isPersistenceAsked) void storage.persist();
    isPersistenceAsked = true;
    await claims.begin(id, recorded);
  }

  /** Not over another layout than was sent, over a result that is looked at, or under a hand that draws. */
  function showFirst(id: string) {
    const { tool, heldTool, shownResult } = session.getState();
    if (tool.session.phase !== 'idle' || heldTool !== null || shownResult !== null) return;
    const sent = generationWith(generations, id)?.document;
    const { document } = parts.documents.getState();
    const isStillOpen = sent === document || JSON.stringify(sent) === JSON.stringify(document);
    if (isStillOpen) session.setState({ shownResult: { generationId: id, index: 0 } });
  }

  function isOurWork(id: string): boolean {
    const generation = generationWith(generations, id);
    return generation !== undefined && isUnderWay(generation) && claims.isHeld(id);
  }

  return {
    generate,
    /** Whether this page works on it, or has it in its queue. */
    isWorkedOnHere: (id: string) => claims.isHeld(id),
    fetchResult: results.fetchResult,
    ...createGenerationActions({
      ...parts,
      records,
      results,
      start,
      begin,
      isWaiting: ({ id, phase }) => phase.name === 'queued' && claims.isHeld(id),
    }),

    /** Brings back what is kept, and goes on with what is under way. */
    async restore() {
      tabs.listen((id) => {
        // What this tab is working on it knows better than its record, which may be a moment behind.
        if (!isOurWork(id)) void records.reload(id).then(claims.takeUp, () => undefined);
      });
      await records.loadAll();
      claims.takeUp();
    },

    /** Whether something that is nowhere else would be lost with this page. */
    isLossAhead(): boolean {
      return generations.getState().generations.some((generation) => {
        const { id, phase } = generation;
        if (isCompleted(generation)) {
          return generation.phase.results.some((each) => each.kind === 'fetched' && !each.isSaved);
        }
        const isLeaving = phase.name === 'uploading' || phase.name === 'sending';
        return claims.isHeld(id) && (isLeaving || !records.isKept(id));
      });
    },
  };
}
