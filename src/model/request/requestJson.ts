import type { GenerationRequest } from '../../contract/generationRequest.ts';
import type { Document } from '../document/document.ts';
import { maskAreas } from './request.ts';
import type { Settings } from './settings.ts';

const lineLengthMax = 100;

/** What JSON can hold. A field that is undefined is left out, as `JSON.stringify` does. */
type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** The request as JSON to read: one line for a list of points, in x,y pairs, and for a small object. */
export function requestJson(request: GenerationRequest): string {
  return readableJson(request);
}

/** The list of areas as the request holds it, in the frame of the settings, to read and to load again. */
export function areasJson(document: Document, { maskFrame }: Settings): string {
  return `${readableJson(maskAreas(document, maskFrame))}\n`;
}

function readableJson(value: Json): string {
  return print(value, '');
}

function print(value: Json, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return printList(value, indent);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const inner = `${indent}  `;
  const printed = fields.map(([key, field]) => `${JSON.stringify(key)}: ${print(field, inner)}`);
  const line = `{ ${printed.join(', ')} }`;
  const isSmall = fields.every(([, field]) => isFlat(field)) && indent.length + line.length <= lineLengthMax;
  return isSmall && indent !== '' ? line : `{\n${inner}${printed.join(`,\n${inner}`)}\n${indent}}`;
}

function printList(values: readonly Json[], indent: string): string {
  if (values.every((value) => typeof value === 'number')) return `[${inPairs(values).join(', ')}]`;
  const inner = `${indent}  `;
  const printed = values.map((value) => print(value, inner));
  if (values.every(isFlat)) return `[${printed.join(', ')}]`;
  return `[\n${inner}${printed.join(`,\n${inner}`)}\n${indent}]`;
}

function inPairs(points: readonly number[]): string[] {
  return Array.from({ length: Math.ceil(points.length / 2) }, (_, pair) =>
    points.slice(2 * pair, 2 * pair + 2).join(','),
  );
}

/** Whether the value may stand in a line with others: text, a number, or a list of such. */
function isFlat(value: Json): boolean {
  return (
    typeof value !== 'object' || value === null || (isList(value) && value.every((each) => !isNested(each)))
  );
}

function isNested(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
