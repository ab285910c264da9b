import { z } from 'zod';
import { Refusal } from './refusal.ts';

type Issue = z.core.$ZodIssue;

/** A 400 whose message leads with the first wrong field, such as `model_params.canvas.width: Too big: …`. */
export function invalidRequest(error: z.ZodError): Refusal {
  const issue = error.issues.map(innermost)[0];
  const field = issue === undefined ? '' : z.core.toDotPath(issue.path);
  const reason = issue?.message ?? 'The request does not have the expected form.';
  return new Refusal(400, 'invalid_request', field === '' ? reason : `${field}: ${reason}`);
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
