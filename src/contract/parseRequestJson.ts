import { countJson, type JsonBounds } from './jsonBounds.ts';
import { limits } from './limits.ts';

/** The value of a JSON text, or what is wrong with it, in a sentence. */
export type ParsedJson =
  | { readonly kind: 'parsed'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly complaint: string };

/** What the JSON of a request with the largest mask is well within. */
const requestBounds: JsonBounds = {
  depth: 8,
  containers: 2 * limits.areasMax + 100,
  values: 2 * limits.verticesMax + 3 * limits.areasMax + 100,
  strings: 3 * limits.areasMax + 100,
  names: 100,
  // Each of the prompt's code units may be written as an escape of six characters.
  stringLength: 6 * limits.promptLengthMax + 100,
  numberLength: 12,
};

const tooMany = `The request holds too much: a mask has at most ${limits.areasMax} areas with ${limits.verticesMax} vertices in all.`;

const complaints: Readonly<Record<keyof JsonBounds, string>> = {
  depth: 'The request has too many lists and objects within one another.',
  containers: tooMany,
  values: tooMany,
  strings: tooMany,
  names: 'The request has too many different fields.',
  stringLength: `The request has a text of more than ${limits.promptLengthMax} characters.`,
  numberLength: 'The request has a number of too many digits.',
};

/** For the body of a generation request, which anybody may have written; in steps, between which a server does other things. */
export function* parseRequestJson(text: string): Generator<undefined, ParsedJson> {
  const bound = yield* countJson(text, requestBounds);
  if (bound !== undefined) return { kind: 'refused', complaint: complaints[bound] };
  yield;
  try {
    return { kind: 'parsed', value: JSON.parse(text) };
  } catch {
    return { kind: 'refused', complaint: 'The request is not valid JSON.' };
  }
}
