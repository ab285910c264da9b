import { secureHeaders } from 'hono/secure-headers';

/**
 * The page may load from this origin only; `blob:` and `data:` are for images and workers that it makes itself, and
 * inline styles are how React and Konva size things.
 *
 * `isSecureHost`: whether the world sees this host by https alone, and browsers may be told to hold on to that.
 */
export function securityHeaders(isSecureHost: boolean) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      workerSrc: ["'self'", 'blob:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // With “no-referrer”, browsers send a form with “Origin: null”, which could be anybody's.
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    strictTransportSecurity: isSecureHost && 'max-age=31536000',
    // An image has a stricter policy of its own.
    overwrite: false,
  });
}
