import { secureHeaders } from 'hono/secure-headers';

/**
 * The page may load from this origin only; `blob:` and `data:` are for images and workers that it makes itself, and
 * inline styles are how React and Konva size things.
 */
export const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    workerSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // Whether the outside is https is for whoever puts this server there to say.
  strictTransportSecurity: false,
});
