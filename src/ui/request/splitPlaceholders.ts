import { imageUrlPlaceholder, maskUrlPlaceholder } from '../../model/request/request.ts';

export type JsonPart = { readonly text: string; readonly isPlaceholder: boolean; readonly start: number };

const quotedPlaceholders = [imageUrlPlaceholder, maskUrlPlaceholder].map((text) => JSON.stringify(text));

/** The JSON in parts that join to the same text, with the placeholders of URLs apart. */
export function splitPlaceholders(json: string): JsonPart[] {
  const separator = new RegExp(`(${quotedPlaceholders.join('|')})`);
  const parts: JsonPart[] = [];
  let start = 0;
  for (const text of json.split(separator)) {
    if (text !== '') parts.push({ text, start, isPlaceholder: quotedPlaceholders.includes(text) });
    start += text.length;
  }
  return parts;
}
