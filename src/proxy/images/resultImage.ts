import { limits } from '../../contract/limits.ts';
import { Refusal } from '../httpError.ts';
import type { FetchImage } from './fetchImage.ts';
import type { ImageFailure } from './imageError.ts';
import { answerWithImage } from './imageResponse.ts';

/** Answers with the image behind a link that the service named. Throws a `Refusal`. */
export type FetchResult = (link: string, request: Request) => Promise<Response>;

/** A result never changes. */
const secondsFresh = limits.resultLifetimeHours * 3600;

export function createFetchResult(fetchImage: FetchImage): FetchResult {
  return (link, request) => answerWithImage(fetchImage, link, request, { secondsFresh, refusalOf });
}

/** Whatever the link is, it is the service's, and the person can only try again. */
function refusalOf({ kind, message }: ImageFailure): Refusal {
  const rest =
    'The task itself is done and is not charged again: try again in a moment. ' +
    `Results stay available for ${limits.resultLifetimeHours} hours.`;
  const code = kind === 'withheld' ? 'result_withheld' : 'result_unavailable';
  return new Refusal(502, code, `${message} ${rest}`);
}
