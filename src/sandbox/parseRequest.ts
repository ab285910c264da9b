import { z } from 'zod';
import { type GenerationRequest, generationRequestSchema } from '../contract/generationRequest.ts';
import { Refusal } from './refusal.ts';

type Issue = z.core.$ZodIssue;

/** The request in this body. Throws a 400 `Refusal` whose message starts with the first wrong field. */
export function parseRequest(body: string): GenerationRequest {
  const result = generationRequestSchema.safeParse(parseJson(body));
  if (result.success) return result.data;
  throw new Refusal('invalid_request', describe(result.error));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid_request', 'The body is not valid JSON.');
  }
}

function describe({ issues: [first] }: z.ZodError): string {
  if (first === undefined) return 'The request is invalid.';
  const issue = intendedIssue(first);
  const field = z.core.toDotPath(issue.path);
  return field === '' ? issue.message : `${field}: ${issue.message}`;
}

/** Of a union only the alternative that knows all the keys can be meant; where that is not one, the union is at fault. */
function intendedIssue(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const meant = issue.errors.filter((issues) => !issues.some(isUnknownKey));
  const [first] = meant.length === 1 ? (meant[0] ?? []) : [];
  if (first === undefined) return { ...issue, message: 'Expected either areas or url.' };
  return { ...first, path: [...issue.path, ...first.path] };
}

function isUnknownKey({ code, path }: Issue): boolean {
  return code === 'unrecognized_keys' && path.length === 0;
}
