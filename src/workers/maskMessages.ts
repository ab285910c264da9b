import type { GenerationRequest } from '../contract/generationRequest.ts';
import type { Document } from '../model/document.ts';
import type { RequestUrls } from '../model/request.ts';
import type { Settings } from '../model/settings.ts';

/** What the page asks of the worker. */
export type MaskQuestion = {
  readonly document: Document;
  readonly settings: Settings;
} & ({ readonly kind: 'request'; readonly urls: RequestUrls } | { readonly kind: 'png' });

/** What the worker answers: of the question's kind. */
export type MaskAnswer =
  | { readonly kind: 'request'; readonly request: GenerationRequest }
  | { readonly kind: 'png'; readonly png: Blob };
