import type { ProxyClient } from '../../api/proxyClient.ts';
import type { UploadedFile } from '../../contract/file.ts';
import type { Task } from '../../contract/task.ts';
import { contentId } from '../../image/contentId.ts';
import type { OpenedImage } from '../../image/openImageFile.ts';
import type { Document } from '../../model/document/document.ts';
import type { MaskWorker } from '../../workers/connectWorkers.ts';
import type { GenerationRecords } from './generationRecords.ts';
import type { Generation } from './generationStore.ts';
import type { Uploads } from './uploads.ts';

/** The file to send for an image, at the size in which the mask is measured. */
export type ImageForUpload = (opened: OpenedImage) => Promise<{ blob: Blob; name: string }>;

type Parts = {
  records: GenerationRecords;
  uploads: Uploads;
  masks: MaskWorker;
  client: ProxyClient;
  imageForUpload: ImageForUpload;
  /** The document's photograph, also where another one is open by now. */
  openSource(document: Document): Promise<OpenedImage>;
};

const notRecorded =
  'This browser has no room to record that the request is sent, so it was not. Delete older results to make room.';

/** Uploads what a generation needs and creates its task. The create request leaves at most once, and never unrecorded. */
export function createSendGeneration({ records, uploads, masks, client, imageForUpload, openSource }: Parts) {
  return async function sendGeneration({ id, document, settings }: Generation): Promise<Task> {
    await records.change(id, { phase: { name: 'uploading' } });
    const image = await uploadImage(document);
    const mask = settings.maskFormat === 'image' ? await uploadMask({ document, settings }) : undefined;
    const urls = { image: image.url, ...(mask && { mask: mask.url }) };
    const request = await masks.buildRequest(document, settings, urls);
    const sent = [image, ...(mask ? [mask] : [])].map(({ url, expiresAt }) => ({
      url,
      expiresAt: Date.parse(expiresAt),
    }));
    // Written before it leaves: whoever finds the record in this phase knows that the request may have reached the service.
    await records.change(id, { request, uploads: sent, phase: { name: 'sending' } });
    // An older record would have it sent once more after a reload. A browser that keeps nothing at all has none.
    if (records.isOutdated(id)) throw new Error(notRecorded);
    return client.createGeneration(request, id);
  };

  async function uploadImage(document: Document): Promise<UploadedFile> {
    return uploads.upload(document.image?.id ?? '', async () => imageForUpload(await openSource(document)));
  }

  async function uploadMask({
    document,
    settings,
  }: Pick<Generation, 'document' | 'settings'>): Promise<UploadedFile> {
    const blob = await masks.maskPng(document, settings);
    const id = await contentId(new Uint8Array(await blob.arrayBuffer()));
    const file = await uploads.upload(id, async () => ({ blob, name: 'mask.png' }));
    uploads.rememberMask({ document, settings, contentId: id });
    return file;
  }
}
