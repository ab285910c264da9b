import { Hono } from 'hono';
import { routes } from '../../contract/routes.ts';
import { HttpError } from '../httpError.ts';
import type { FetchImage } from '../images/fetchImage.ts';
import type { ImageError, ImageErrorKind } from '../images/imageError.ts';
import { respondWithImage } from '../images/imageResponse.ts';

/** Links with a signature in them are long, but not longer than this, in characters. */
const linkLengthMax = 4096;

/** What is at a link may change, but not while somebody opens it. */
const maxAgeSeconds = 600;

const answers: Record<ImageErrorKind, { readonly status: number; readonly code: string }> = {
  refused: { status: 400, code: 'link_refused' },
  unavailable: { status: 502, code: 'image_unavailable' },
  withheld: { status: 502, code: 'image_unavailable' },
  unsuitable: { status: 415, code: 'unsupported_media_type' },
};

/** `GET /api/images?url=`: the image at that link, from this origin, so that the canvas may read its pixels. */
export function imageRoutes(fetchImage: FetchImage): Hono {
  return new Hono().get(routes.images, async (c) => {
    const link = c.req.query('url') ?? '';
    if (link === '' || link.length > linkLengthMax) {
      throw new HttpError(
        400,
        'invalid_request',
        `Give a link of at most ${linkLengthMax} characters as “url”.`,
      );
    }
    return respondWithImage(fetchImage, link, c.req.raw, { maxAgeSeconds, toHttpError });
  });
}

function toHttpError({ kind, message }: ImageError): HttpError {
  const { status, code } = answers[kind];
  return new HttpError(status, code, `${message} Use another link, or save the image and open it as a file.`);
}
