/**
 * Headers of the page's requests to the proxy.
 *
 * `generationId` names the press of Generate that a create belongs to, so that the proxy can tell when it comes a second
 * time: browsers, and reverse proxies too, send a POST again by themselves where a kept connection breaks.
 *
 * `mode` is the mode that the page was opened in, as the server may have been started again in the other one since.
 */
export const requestHeaders = { generationId: 'x-generation-id', mode: 'x-editor-mode' } as const;

/** An event stream cannot have headers, so its address tells the mode. */
export const modeParameter = 'mode';
