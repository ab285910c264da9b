import type { GenerationRequest } from '../contract/generationRequest.ts';
import type { Document } from '../model/document.ts';
import type { RequestUrls } from '../model/request.ts';
import type { Settings } from '../model/settings.ts';
import type { MaskAnswer, MaskQuestion, Numbered } from './maskMessages.ts';

/** What of a mask is too slow for the page's own thread. Both reject with the worker's message. */
export type MaskService = {
  buildRequest(document: Document, settings: Settings, urls: RequestUrls): Promise<GenerationRequest>;
  /** A PNG file of the mask frame's size, as it is sent. */
  maskPng(document: Document, settings: Settings): Promise<Blob>;
  /** Ends the worker; calls under way reject. */
  close(): void;
};

function startMaskWorker(): Worker {
  return new Worker(new URL('./maskWorker.ts', import.meta.url), { type: 'module' });
}

/** One worker, started at the first call, and anew at the next one after it broke down. */
export function createMaskService(startWorker: () => Worker = startMaskWorker): MaskService {
  const waiting = new Map<number, (answer: MaskAnswer) => void>();
  let worker: Worker | undefined;
  let lastId = 0;

  function connect(): Worker {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Numbered<MaskAnswer>>) => {
      waiting.get(data.id)?.(data.message);
      waiting.delete(data.id);
    });
    started.addEventListener('error', () => end('The mask could not be worked out in the background.'));
    return started;
  }

  function end(message: string): void {
    worker?.terminate();
    worker = undefined;
    for (const settle of waiting.values()) settle({ kind: 'failed', message });
    waiting.clear();
  }

  function ask(message: MaskQuestion): Promise<MaskAnswer> {
    worker ??= connect();
    lastId += 1;
    worker.postMessage({ id: lastId, message } satisfies Numbered<MaskQuestion>);
    return new Promise((resolve) => waiting.set(lastId, resolve));
  }

  return {
    async buildRequest(document, settings, urls) {
      const answer = await ask({ kind: 'request', document, settings, urls });
      return answer.kind === 'request' ? answer.request : fail(answer);
    },
    async maskPng(document, settings) {
      const answer = await ask({ kind: 'png', document, settings });
      return answer.kind === 'png' ? answer.png : fail(answer);
    },
    close: () => end('The editor was closed.'),
  };
}

function fail(answer: MaskAnswer): never {
  throw new Error(answer.kind === 'failed' ? answer.message : 'The mask worker answered another question.');
}
