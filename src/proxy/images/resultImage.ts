import { limits } from '../../contract/limits.ts';
import { HttpError } from '../httpError.ts';
import { createFetchImage, type FetchImageValues } from './fetchImage.ts';
import type { ImageError } from './imageError.ts';
import { respondWithImage } from './imageResponse.ts';

/** Responds with the image behind a link that the service named. Throws an `HttpError`. */
export type FetchResult = (link: string, request: Request) => Promise<Response>;

/** A result never changes. */
const maxAgeSeconds = limits.resultLifetimeHours * 3600;

export type FetchResultValues = FetchImageValues &
  Readonly<{
    /** Names of hosts, or `*.` and a domain, that may have addresses which the network's resolver made up. */
    trustedResultHosts?: readonly string[];
  }>;

/** A result may be kept for as long as the service keeps it. Nobody but the service can name it, so its host may be trusted. */
export function createFetchResult(values: FetchResultValues): FetchResult {
  const { trustedResultHosts = [] } = values;
  const fetchImage = createFetchImage(values, (hostname) =>
    trustedResultHosts.some((each) =>
      each.startsWith('*') ? hostname.endsWith(each.slice(1)) : hostname === each,
    ),
  );
  return (link, request) => respondWithImage(fetchImage, link, request, { maxAgeSeconds, toHttpError });
}

/** The service's hosts are public, so it is the network's DNS that has another idea of them. */
const refusalAdvice = 'whoever runs the editor’s server should look at its DNS, and at TRUST_RESULT_HOSTS.';

/** Whatever the link is, it is the service's, and the person can only try again. */
function toHttpError({ kind, message }: ImageError): HttpError {
  const rest =
    `The task itself is done and is not charged again: ${kind === 'refused' ? refusalAdvice : 'try again in a moment.'} ` +
    `Results stay available for ${limits.resultLifetimeHours} hours.`;
  const code = kind === 'withheld' ? 'result_withheld' : 'result_unavailable';
  return new HttpError(502, code, `${message} ${rest}`);
}
