import { generationRequest } from '../model/request.ts';
import type { MaskAnswer, MaskQuestion } from './maskMessages.ts';
import { maskPng } from './maskPng.ts';
import { type Call, replyTo } from './workerCalls.ts';

self.addEventListener('message', async ({ data }: MessageEvent<Call<MaskQuestion>>) => {
  self.postMessage(await replyTo(data, answer));
});

async function answer(question: MaskQuestion): Promise<MaskAnswer> {
  const { kind, document, settings } = question;
  return kind === 'png'
    ? { kind, png: await maskPng(document, settings) }
    : { kind, request: generationRequest(document, settings, question.urls) };
}
