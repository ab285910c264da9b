import { createKeyFinder } from './keyCopies.ts';
import type { PartFinder } from './partFinder.ts';

/** Nothing of the service's is nested so deeply. What is would overflow the stack, here or where it is written as JSON. */
const depthMax = 64;
const replacement = '[key]';

/**
 * Takes the key out of anything that was parsed from JSON, property names included: whole or in parts, encoded or not. What is
 * nested too deeply is left out.
 */
export function redactKey(value: unknown, apiKey: string): unknown {
  return redactValue(value, finderOf(apiKey), depthMax);
}

/** Takes the key out of a text. */
export function redactKeyText(text: string, apiKey: string): string {
  return redactText(text, finderOf(apiKey));
}

function redactValue(value: unknown, find: PartFinder, depth: number): unknown {
  if (typeof value === 'string') return redactText(value, find);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, find, depth - 1));
  const entries = Object.entries(value).map(([name, item]) => [
    redactText(name, find),
    redactValue(item, find, depth - 1),
  ]);
  return Object.fromEntries(entries);
}

function redactText(text: string, find: PartFinder): string {
  const found = [...find(text)].sort((one, other) => one.start - other.start);
  let redacted = '';
  let end = 0;
  for (const range of found) {
    if (range.start > end || end === 0) redacted += text.slice(end, range.start) + replacement;
    end = Math.max(end, range.end);
  }
  return redacted + text.slice(end);
}

let last: Readonly<{ apiKey: string; find: PartFinder }> | undefined;

/** A process has one key. */
function finderOf(apiKey: string): PartFinder {
  if (last?.apiKey !== apiKey) last = { apiKey, find: createKeyFinder(apiKey) };
  return last.find;
}
