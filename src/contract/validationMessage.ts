import { z } from './zod.ts';

// The words of zod's messages, which the page does without: it has its own.
z.config(z.locales.en());

type Issue = z.core.$ZodIssue;

/** What is wrong with a request, led by the first wrong field, such as `model_params.canvas.width: Too big: …`. */
export function validationMessage(error: z.core.$ZodError): string {
  const issue = error.issues.map(innermost)[0];
  if (issue === undefined) return 'The request does not have the expected form.';
  const field = z.core.toDotPath(issue.path);
  return field === '' ? issue.message : `${field}: ${issue.message}`;
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
  return Math.max(...issues.map((issue) => issue.path.length));
}
