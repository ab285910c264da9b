import { generationRequest } from '../model/request.ts';
import type { MaskAnswer, MaskQuestion, Numbered } from './maskMessages.ts';
import { maskPng } from './maskPng.ts';

self.addEventListener('message', async ({ data: { id, message } }: MessageEvent<Numbered<MaskQuestion>>) => {
  self.postMessage({ id, message: await answer(message) } satisfies Numbered<MaskAnswer>);
});

async function answer(question: MaskQuestion): Promise<MaskAnswer> {
  const { kind, document, settings } = question;
  try {
    return kind === 'png'
      ? { kind, png: await maskPng(document, settings) }
      : { kind, request: generationRequest(document, settings, question.urls) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
