import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { routes } from '../../contract/routes.ts';
import { readBody } from '../http/requestBody.ts';
import { HttpError } from '../httpError.ts';
import { bearsToken, minutesText } from './bearsToken.ts';
import { requireSameOrigin } from './ownOrigin.ts';
import type { RateLimits } from './rateLimits.ts';
import type { SessionCookie } from './sessionCookie.ts';
import type { Sessions } from './sessions.ts';
import { signInPage } from './signInPage.ts';

type SignInValues = Readonly<{
  sessions: Sessions;
  cookie: SessionCookie;
  limits: RateLimits;
  /** What the addresses of the server begin with for a browser. */
  basePath: string;
}>;

/** Longer than any token, with the form's other fields. */
const formBytesMax = 4096;

/** What the person who signs in is told. */
const problems = {
  wrong: 'That is not the access token of this server. Check it and try again.',
  tooLong: 'What was sent is longer than any access token. Check it and try again.',
  notAForm: 'The access token came in a form that this server does not read. Type it into the field.',
  untold:
    'You are signed out here. Other copies of this server could not be told, and may take your old session until they can be.',
};

/** `GET /sign-in` asks for the token, `POST /sign-in` takes it, `POST /sign-out` ends the session and `/sign-out/everywhere` all. */
export function signInRoutes(values: SignInValues): Hono {
  const { sessions, cookie, limits, basePath } = values;
  const ask = askAt(basePath);
  const leave = (c: Context, isToldToAll: boolean) => {
    cookie.remove(c);
    return isToldToAll ? c.redirect(basePath + routes.signIn, 303) : ask(c, 503, problems.untold);
  };

  return new Hono()
    .get(routes.signIn, (c) => ask(c, 200))
    .post(routes.signIn, requireSameOrigin, requireForm(ask), async (c) => {
      const token = await readToken(c);
      if (token === undefined) return ask(c, 413, problems.tooLong);
      const { isRight, waitSeconds } = await limits.tryToken(c, () => sessions.isToken(token));
      if (waitSeconds > 0) {
        c.header('retry-after', String(waitSeconds));
        return ask(c, 429, `Too many wrong tries. Wait ${minutesText(waitSeconds)} and try again.`);
      }
      if (!isRight) return ask(c, 401, problems.wrong);
      cookie.write(c, await sessions.issue());
      return c.redirect(`${basePath}/`, 303);
    })
    .post(routes.signOut, requireSameOrigin, async (c) =>
      leave(c, await sessions.revoke(cookie.read(c) ?? '')),
    )
    .post(routes.signOutEverywhere, requireSameOrigin, requireSession(values), async (c) =>
      leave(c, await sessions.revokeAll()),
    );
}

type Ask = ReturnType<typeof askAt>;

function askAt(basePath: string) {
  return (c: Context, status: 200 | 401 | 413 | 415 | 429 | 503, problem?: string) => {
    c.header('cache-control', 'no-store');
    return c.html(signInPage(basePath, problem), status);
  };
}

/** Lets a form through that may hold a token, and nothing else. */
function requireForm(ask: Ask): MiddlewareHandler {
  return async (c, next) => {
    const [type = ''] = (c.req.header('content-type') ?? '').split(';');
    if (type.trim().toLowerCase() !== 'application/x-www-form-urlencoded')
      return ask(c, 415, problems.notAForm);
    return next();
  };
}

/** What the form has for a token, if anything. Undefined where the form is too long to be ours. */
async function readToken(c: Context): Promise<string | undefined> {
  const tooLong = new Error(problems.tooLong);
  try {
    const form = new URLSearchParams(String(await readBody(c, formBytesMax, () => tooLong)));
    return form.get('token')?.trim() ?? '';
  } catch (error) {
    if (error === tooLong) return undefined;
    throw error;
  }
}

/** Lets through who has a session, or, for programs, the token itself as `Authorization: Bearer`. Others are to sign in. */
export function requireSession({ sessions, cookie, limits, basePath }: SignInValues): MiddlewareHandler {
  return async (c, next) => {
    const isSignedIn = publicPaths.has(c.req.path) || (await sessions.isSession(cookie.read(c) ?? ''));
    if (isSignedIn || (await bearsToken(c, { limits, isToken: sessions.isToken }))) return next();
    if (!c.req.path.startsWith('/api')) return c.redirect(basePath + routes.signIn, 303);
    const message = 'You are not signed in, or no longer. Open this page anew to sign in; nothing is lost.';
    throw new HttpError(401, 'sign_in_required', message, { type: 'authentication_error' });
  };
}

/** What the sign-in page is made of. */
const publicPaths = new Set(['/favicon.svg', '/sign-in.css']);
