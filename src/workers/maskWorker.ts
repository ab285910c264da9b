import { applyOperation } from '../model/mask/operations/applyOperation.ts';
import { generationRequest, requestPreview } from '../model/request/request.ts';
import { expose } from './expose.ts';
import { maskPng } from './maskPng.ts';

/** What of a mask is too slow for the page's own thread. */
const jobs = {
  previewRequest: requestPreview,
  buildRequest: generationRequest,
  maskPng,
  /**
   * What an operation would make of the document that it is given, by the ids of that document's regions. The outcome is the
   * very document where nothing changes, and has its very regions where these do not; whoever has gone on to another document
   * meanwhile asks again, since the outcome holds for no other. Several calls are answered in their order.
   */
  applyOperation,
};

export type MaskJobs = typeof jobs;

expose(jobs);
