import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { basePathOf } from './basePath.ts';
import { sessionSeconds } from './sessions.ts';

export type SessionCookie = Readonly<{
  read(c: Context): string | undefined;
  write(c: Context, value: string): void;
  remove(c: Context): void;
}>;

/**
 * The cookie that holds a person's session. `publicUrl`: where the world sees this server, by https, so that the cookie may be
 * kept to that. Browsers do not keep cookies apart by port, and send those of a path to what is below it, so the name tells
 * both: two servers on one host would sign each other's people out. What else is on the host is not sent it.
 */
export function createSessionCookie(publicUrl: string | undefined): SessionCookie {
  const isSecure = publicUrl !== undefined;
  const path = `${basePathOf(publicUrl)}/`;
  const attributes = { path, httpOnly: true, sameSite: 'Strict', secure: isSecure } as const;
  const nameFor = isSecure ? () => publicName(new URL(publicUrl)) : localName;
  return {
    read: (c) => getCookie(c, nameFor(c)),
    write: (c, value) => setCookie(c, nameFor(c), value, { ...attributes, maxAge: sessionSeconds }),
    remove: (c) => void deleteCookie(c, nameFor(c), attributes),
  };
}

/**
 * `__Host-` has the browser refuse a cookie that another host or plain http tries to plant; it takes it for the whole host
 * only, and `__Secure-` keeps out plain http at least: https://www.rfc-editor.org/rfc/rfc6265bis
 */
function publicName({ port, href }: URL): string {
  const basePath = basePathOf(href);
  const prefix = basePath === '' ? '__Host-' : '__Secure-';
  const path = basePath.replace(/[^\w-]/g, (sign) => `.${sign.charCodeAt(0).toString(16)}`);
  return `${prefix}session${suffixOf(port)}${path}`;
}

/** By the port that the browser named. */
function localName(c: Context): string {
  const [, port = ''] = /:(\d{1,5})$/.exec(c.req.header('host') ?? '') ?? [];
  return `session${suffixOf(port)}`;
}

function suffixOf(port: string): string {
  return port === '' ? '' : `-${port}`;
}
