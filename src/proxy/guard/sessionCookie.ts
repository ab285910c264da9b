import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionSeconds } from './sessions.ts';

export type SessionCookie = Readonly<{
  read(c: Context): string | undefined;
  write(c: Context, value: string): void;
  remove(c: Context): void;
}>;

/**
 * The cookie that holds a person's session. `publicUrl`: where the world sees this server, by https, so that the cookie may be
 * kept to that. Browsers keep cookies apart neither by port nor, with `__Host-`, by path, so its name does: two servers on one
 * host would sign each other's people out.
 */
export function createSessionCookie(publicUrl: string | undefined): SessionCookie {
  const isSecure = publicUrl !== undefined;
  const attributes = { path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure } as const;
  const nameFor = isSecure ? () => publicName(new URL(publicUrl)) : localName;
  return {
    read: (c) => getCookie(c, nameFor(c)),
    write: (c, value) => setCookie(c, nameFor(c), value, { ...attributes, maxAge: sessionSeconds }),
    remove: (c) => void deleteCookie(c, nameFor(c), attributes),
  };
}

/** `__Host-` has the browser refuse a cookie that another host or plain http tries to plant: https://www.rfc-editor.org/rfc/rfc6265bis */
function publicName({ port, pathname }: URL): string {
  const path = pathname
    .replace(/\/+$/, '')
    .replace(/[^\w-]/g, (sign) => `.${sign.charCodeAt(0).toString(16)}`);
  return `__Host-session${suffixOf(port)}${path}`;
}

/** By the port that the browser named. */
function localName(c: Context): string {
  const [, port = ''] = /:(\d{1,5})$/.exec(c.req.header('host') ?? '') ?? [];
  return `session${suffixOf(port)}`;
}

function suffixOf(port: string): string {
  return port === '' ? '' : `-${port}`;
}
