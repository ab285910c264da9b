import type { UploadedFile } from '../../../contract/file.ts';
import type { GenerationRequest } from '../../../contract/generationRequest.ts';
import { contentId } from '../../../image/contentId.ts';
import type { OpenedImage } from '../../../image/openImageFile.ts';
import type { Document } from '../../../model/document/document.ts';
import type { MaskWorker } from '../../../workers/connectWorkers.ts';
import type { Generation, SentFile } from '../generation.ts';
import type { Uploads } from './uploads.ts';

/** The file to send for an image, at the size in which the mask is measured. */
type ImageForUpload = (opened: OpenedImage) => Promise<{ blob: Blob; name: string }>;

export type PrepareRequestParts = {
  uploads: Uploads;
  masks: MaskWorker;
  imageForUpload: ImageForUpload;
  /** The document's photograph, also where another one is open by now. */
  openSource(document: Document): Promise<OpenedImage>;
};

type Prepared = { readonly request: GenerationRequest; readonly uploads: readonly SentFile[] };

/** Has what a generation needs at the service, and builds its request. Nothing of it costs money. */
export function createPrepareRequest({ uploads, masks, imageForUpload, openSource }: PrepareRequestParts) {
  return async function prepareRequest({ document, settings }: Generation): Promise<Prepared> {
    const image = await uploadImage(document);
    const mask = settings.maskFormat === 'image' ? await uploadMask({ document, settings }) : undefined;
    const urls = { image: image.url, ...(mask && { mask: mask.url }) };
    const request = await masks.buildRequest(document, settings, urls);
    const sent = [image, ...(mask ? [mask] : [])];
    return {
      request,
      uploads: sent.map(({ url, expiresAt }) => ({ url, expiresAt: Date.parse(expiresAt) })),
    };
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
