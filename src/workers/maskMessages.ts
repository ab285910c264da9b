import type { PackedDocument } from '../model/document/packDocument.ts';
import type { RequestPreview, RequestUrls } from '../model/request/request.ts';
import type { Settings } from '../model/request/settings.ts';

/** What the page asks of the worker. */
export type MaskQuestion = {
  readonly document: PackedDocument;
  readonly settings: Settings;
} & ({ readonly kind: 'request'; readonly urls: RequestUrls } | { readonly kind: 'png' });

/** What the worker answers: of the question's kind. */
export type MaskAnswer =
  | ({ readonly kind: 'request' } & RequestPreview)
  | { readonly kind: 'png'; readonly png: Blob };
