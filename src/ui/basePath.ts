/**
 * The path that the page was loaded below, without a trailing slash; empty where it has its host to itself. A build serves every
 * path, so that only the document's own address tells it. What is kept in the browser is one for all pages of a host, and has this
 * path in its names: another editor below another path is another editor.
 */
export function basePath(): string {
  return new URL(import.meta.env.BASE_URL, document.baseURI).pathname.replace(/\/$/, '');
}
