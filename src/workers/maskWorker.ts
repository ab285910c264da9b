import { unpackDocument } from '../model/document/packDocument.ts';
import { requestPreview } from '../model/request/request.ts';
import type { MaskAnswer, MaskQuestion } from './maskMessages.ts';
import { maskPng } from './maskPng.ts';
import { type Call, replyTo } from './workerCalls.ts';

self.addEventListener('message', async ({ data }: MessageEvent<Call<MaskQuestion>>) => {
  self.postMessage(await replyTo(data, answer));
});

async function answer(question: MaskQuestion): Promise<MaskAnswer> {
  const { kind, settings } = question;
  const document = unpackDocument(question.document);
  if (kind === 'png') return { kind, png: await maskPng(document, settings) };
  return { kind, ...requestPreview(document, settings, question.urls) };
}
