import type { GenerationRequest } from '../contract/generationRequest.ts';
import type { Document } from '../model/document/document.ts';
import { packDocument } from '../model/document/packDocument.ts';
import type { RequestPreview, RequestUrls } from '../model/request/request.ts';
import type { Settings } from '../model/request/settings.ts';
import type { MaskAnswer, MaskQuestion } from './maskMessages.ts';
import { createWorkerCalls, strayAnswer } from './workerCalls.ts';

/** What of a mask is too slow for the page's own thread. All reject with the worker's message. */
export type MaskService = {
  previewRequest(document: Document, settings: Settings, urls: RequestUrls): Promise<RequestPreview>;
  buildRequest(document: Document, settings: Settings, urls: RequestUrls): Promise<GenerationRequest>;
  /** A PNG file of the mask frame's size, as it is sent. */
  maskPng(document: Document, settings: Settings): Promise<Blob>;
  /** Ends the worker; calls under way reject. */
  close(): void;
};

function startMaskWorker(): Worker {
  return new Worker(new URL('./maskWorker.ts', import.meta.url), { type: 'module' });
}

export function createMaskService(startWorker: () => Worker = startMaskWorker): MaskService {
  const calls = createWorkerCalls<MaskQuestion, MaskAnswer>(
    startWorker,
    'The mask could not be worked out in the background.',
  );

  async function previewRequest(document: Document, settings: Settings, urls: RequestUrls) {
    const answer = await calls.ask({ kind: 'request', document: packDocument(document), settings, urls });
    if (answer.kind !== 'request') return strayAnswer();
    const { request, summary } = answer;
    return { request, summary };
  }

  return {
    previewRequest,
    buildRequest: async (...given) => (await previewRequest(...given)).request,
    async maskPng(document, settings) {
      const answer = await calls.ask({ kind: 'png', document: packDocument(document), settings });
      return answer.kind === 'png' ? answer.png : strayAnswer();
    },
    close: () => calls.end('The editor was closed.'),
  };
}
