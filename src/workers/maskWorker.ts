import { generationRequest, requestPreview } from '../model/request/request.ts';
import { expose } from './expose.ts';
import { maskPng } from './maskPng.ts';

/** What of a mask is too slow for the page's own thread. */
const jobs = { previewRequest: requestPreview, buildRequest: generationRequest, maskPng };

export type MaskJobs = typeof jobs;

expose(jobs);
