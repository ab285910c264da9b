import { z } from './zod.ts';

// The words of zod's messages, which the page does without: it has its own.
z.config(z.locales.en());

type Issue = z.core.$ZodIssue;

/** In characters. A complaint may quote what was sent, such as the names of unknown fields, at any length. */
const lengthMax = 300;

/** What is wrong with a request, led by the first wrong field, such as `model_params.canvas.width: Too big: …`. */
export function validationMessage({ issues: [first] }: z.core.$ZodError): string {
  if (first === undefined) return 'The request does not have the expected form.';
  const issue = innermost(first);
  const field = z.core.toDotPath(issue.path);
  const message = field === '' ? issue.message : `${field}: ${issue.message}`;
  return message.length > lengthMax ? `${message.slice(0, lengthMax - 1)}…` : message;
}

/**
 * Of a union zod only says that no alternative fits. The one that was meant is the one in which checking got deepest
 * and, among those, complained least; its first complaint names the field.
 */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const [meant] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  const first = meant?.[0];
  if (first === undefined) return issue;
  const inner = innermost(first);
  return { ...inner, path: [...issue.path, ...inner.path] };
}

function depth(issues: readonly Issue[]): number {
  return issues.reduce((deepest, issue) => Math.max(deepest, issue.path.length), 0);
}
