/**
 * Headers of the page's requests to the proxy.
 *
 * `generationId` names the press of Generate that a create belongs to. Every create has one: for a day, the proxy answers
 * the same one with what came of the first, and sends it once. Browsers, and reverse proxies too, send a POST again by
 * themselves where a kept connection breaks; and whoever has lost an answer may ask for it so.
 *
 * `generationAttempt`, from 1, which it is where it is missing. What was clearly refused may be sent anew by the next.
 *
 * `generationRepeat` is on a create that may have been sent before: how long ago that was, in milliseconds. Where the proxy
 * cannot remember that long, it does not send. These two are on a question of what came of a create, too.
 *
 * `mode` is the mode that the page was opened in, as the server may have been started again in the other one since.
 */
export const requestHeaders = {
  generationId: 'x-generation-id',
  generationAttempt: 'x-generation-attempt',
  generationRepeat: 'x-generation-repeat',
  mode: 'x-editor-mode',
} as const;

/** The highest number of an attempt. */
export const generationAttemptsMax = 99;

/**
 * On an answer that tells what came of a create: `true` where it was sent before, by this request or another, `false` where
 * it was sent now. An answer without it says nothing of an earlier one.
 */
export const replayHeader = 'idempotent-replayed';

/** An event stream cannot have headers, so its address tells the mode. */
export const modeParameter = 'mode';
