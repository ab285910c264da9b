import { createStore } from 'zustand/vanilla';
import type { ProxyClient } from '../../../api/proxyClient.ts';
import { retryFree } from '../../../api/retryFree.ts';
import type { Wait } from '../../../api/waitOnline.ts';
import type { UploadedFile } from '../../../contract/file.ts';
import type { Document } from '../../../model/document/document.ts';
import type { RequestUrls } from '../../../model/request/request.ts';
import type { Settings } from '../../../model/request/settings.ts';
import type { EditorStorage } from '../../../storage/openStorage.ts';

export type Uploads = ReturnType<typeof createUploads>;

type FileToSend = { readonly blob: Blob; readonly name: string };
type SentMask = { readonly document: Document; readonly settings: Settings; readonly contentId: string };
type UploadState = {
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** The last mask image that was sent, and what it was made of. */
  readonly mask: SentMask | null;
};
type Parts = {
  client: ProxyClient;
  storage: EditorStorage;
  /** The sandbox forgets its files when it stops, and the service has never heard of them. */
  isSandbox: boolean;
  now(): number;
  wait: Wait;
};

/** An upload is not reused so close to its end, lest it expire before the service has read it. */
const expiryMarginMs = 60 * 60 * 1000;

/** Uploads by content: the same bytes go up once, for as long as the service keeps them, whatever happens to the page. */
export function createUploads({ client, storage, isSandbox, now, wait }: Parts) {
  const store = createStore<UploadState>()(() => ({ files: new Map(), mask: null }));
  const underWay = new Map<string, Promise<UploadedFile>>();

  function aliveFile(contentId: string): UploadedFile | undefined {
    const file = store.getState().files.get(contentId);
    return file && Date.parse(file.expiresAt) - now() > expiryMarginMs ? file : undefined;
  }

  async function send(contentId: string, read: () => Promise<FileToSend>): Promise<UploadedFile> {
    const { blob, name } = await read();
    const file = await retryFree(() => client.uploadFile(blob, name), wait);
    store.setState(({ files }) => ({ files: new Map(files).set(contentId, file) }));
    // Where it cannot be remembered it only goes up once more after a reload.
    if (!isSandbox) await storage.saveUpload(contentId, file).catch(() => undefined);
    return file;
  }

  return {
    subscribe: store.subscribe,

    async restore() {
      if (isSandbox) return;
      const kept = await storage.loadUploads().catch(() => new Map<string, UploadedFile>());
      store.setState(({ files }) => ({ files: new Map([...kept, ...files]) }));
    },

    /** What a request of the document could name already, without any upload. */
    urlsFor(document: Document, settings: Settings): RequestUrls {
      const { mask } = store.getState();
      const isSent = mask?.document === document && isSameMask(mask.settings, settings);
      return {
        image: document.image ? aliveFile(document.image.id)?.url : undefined,
        mask: isSent ? aliveFile(mask.contentId)?.url : undefined,
      };
    },

    rememberMask: (mask: SentMask) => store.setState({ mask }),

    /** `read` is only called where the file must go up. */
    async upload(contentId: string, read: () => Promise<FileToSend>): Promise<UploadedFile> {
      const known = aliveFile(contentId) ?? underWay.get(contentId);
      if (known !== undefined) return known;
      const sending = send(contentId, read).finally(() => underWay.delete(contentId));
      underWay.set(contentId, sending);
      return sending;
    },

    /** The service could not use them, whatever it promised: the next request sends the files anew. */
    async forget(urls: readonly string[]) {
      const { files } = store.getState();
      const forgotten = [...files].filter(([, { url }]) => urls.includes(url)).map(([id]) => id);
      store.setState({ files: new Map([...files].filter(([id]) => !forgotten.includes(id))) });
      await Promise.all(forgotten.map((id) => storage.deleteUpload(id))).catch(() => undefined);
    },
  };
}

function isSameMask(a: Settings, b: Settings): boolean {
  return a.model === b.model && a.maskFrame === b.maskFrame;
}
