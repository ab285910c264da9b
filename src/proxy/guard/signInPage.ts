import { html } from 'hono/html';
import { routes } from '../../contract/routes.ts';

/**
 * The page that asks for the token, in the editor's own look; it runs no script. `basePath`: what its addresses begin with.
 * `problem` is why the last try failed.
 */
export function signInPage(basePath: string, problem?: string) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <meta name="color-scheme" content="dark" />
    <meta name="robots" content="noindex" />
    <title>Sign in · Upload-paint editor</title>
    <link rel="icon" href="${basePath}/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${basePath}/sign-in.css" />
  </head>
  <body>
    <main>
      <h1><img src="${basePath}/favicon.svg" alt="" width="28" height="28" /> Upload-paint editor</h1>
      <form method="post" action="${basePath}${routes.signIn}">
        <input type="text" name="username" value="editor" autocomplete="username" readonly hidden />
        <label for="token">Access token</label>
        <input id="token" name="token" type="password" autocomplete="current-password" required autofocus
          ${problem === undefined ? '' : html`aria-invalid="true" aria-describedby="problem"`} />
        ${problem === undefined ? '' : html`<p id="problem" role="alert">${problem}</p>`}
        <button type="submit">Sign in</button>
      </form>
      <p class="note">Whoever runs this server has the token. Each generation made here spends their credits.</p>
    </main>
  </body>
</html>`;
}
