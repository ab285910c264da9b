import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { routes } from '../../contract/routes.ts';
import { HttpError } from '../httpError.ts';
import { requireSameOrigin } from './ownOrigin.ts';
import type { RateLimits } from './rateLimits.ts';
import { type Sessions, sessionSeconds } from './sessions.ts';
import { signInPage } from './signInPage.ts';

type SignInValues = Readonly<{
  sessions: Sessions;
  limits: RateLimits;
  /** Whether the world sees this server by https, so that the cookie may be kept to it. */
  isSecure: boolean;
}>;

/** Longer than any token, with the form's other fields. */
const formBytesMax = 4096;

/** `GET /sign-in` asks for the token, `POST /sign-in` takes it, `POST /sign-out` ends the session. */
export function signInRoutes(values: SignInValues): Hono {
  const { sessions, limits, isSecure } = values;
  const name = cookieName(isSecure);
  const attributes = { path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure } as const;
  const ask = (c: Context, status: 200 | 401 | 429, problem?: string) => {
    c.header('cache-control', 'no-store');
    return c.html(signInPage(problem), status);
  };

  return new Hono()
    .get(routes.signIn, (c) => ask(c, 200))
    .post(routes.signIn, requireSameOrigin, bodyLimit({ maxSize: formBytesMax }), async (c) => {
      const { token } = await c.req.parseBody();
      const isToken = () => typeof token === 'string' && sessions.isToken(token.trim());
      const { isRight, waitSeconds } = await limits.tryToken(c, isToken);
      if (waitSeconds > 0) {
        c.header('retry-after', String(waitSeconds));
        return ask(c, 429, `Too many wrong tries. Wait ${minutesText(waitSeconds)} and try again.`);
      }
      if (!isRight)
        return ask(c, 401, 'That is not the access token of this server. Check it and try again.');
      setCookie(c, name, sessions.issue(), { ...attributes, maxAge: sessionSeconds });
      return c.redirect('/', 303);
    })
    .post(routes.signOut, requireSameOrigin, (c) => {
      deleteCookie(c, name, attributes);
      return c.redirect(routes.signIn, 303);
    });
}

/** Lets through who has a session, or, for programs, the token itself as `Authorization: Bearer`. Others are to sign in. */
export function requireSession({ sessions, limits, isSecure }: SignInValues): MiddlewareHandler {
  return async (c, next) => {
    const isSignedIn = sessions.isSession(getCookie(c, cookieName(isSecure)) ?? '') || (await bearsToken(c));
    if (isSignedIn || publicPaths.has(c.req.path)) return next();
    if (!c.req.path.startsWith('/api')) return c.redirect(routes.signIn, 303);
    const message = 'You are not signed in, or no longer. Open this page anew to sign in; nothing is lost.';
    throw new HttpError(401, 'sign_in_required', message, { type: 'authentication_error' });
  };

  async function bearsToken(c: Context): Promise<boolean> {
    const [, token] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? [];
    if (token === undefined) return false;
    const { isRight } = await limits.tryToken(c, () => sessions.isToken(token));
    return isRight;
  }
}

/** What the sign-in page is made of. */
const publicPaths = new Set(['/favicon.svg', '/sign-in.css']);

/** `__Host-` has the browser refuse a cookie that another host or plain http tries to plant: https://www.rfc-editor.org/rfc/rfc6265bis */
function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-session' : 'session';
}

function minutesText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
