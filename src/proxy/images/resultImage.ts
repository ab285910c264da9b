import { limits } from '../../contract/limits.ts';
import { HttpError } from '../httpError.ts';
import type { FetchImage } from './fetchImage.ts';
import type { ImageError } from './imageError.ts';
import { respondWithImage } from './imageResponse.ts';

/** Responds with the image behind a link that the service named. Throws an `HttpError`. */
export type FetchResult = (link: string, request: Request) => Promise<Response>;

/** A result never changes. */
const maxAgeSeconds = limits.resultLifetimeHours * 3600;

/** A result may be kept for as long as the service keeps it. */
export function createFetchResult(fetchImage: FetchImage): FetchResult {
  return (link, request) => respondWithImage(fetchImage, link, request, { maxAgeSeconds, toHttpError });
}

/** Whatever the link is, it is the service's, and the person can only try again. */
function toHttpError({ kind, message }: ImageError): HttpError {
  const rest =
    'The task itself is done and is not charged again: try again in a moment. ' +
    `Results stay available for ${limits.resultLifetimeHours} hours.`;
  const code = kind === 'withheld' ? 'result_withheld' : 'result_unavailable';
  return new HttpError(502, code, `${message} ${rest}`);
}
