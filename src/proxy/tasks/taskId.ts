import { HttpError } from '../httpError.ts';

/** The text, where it can be a task's id. Anything else could change the path of a call to the service. */
export function taskId(text: string): string {
  if (isTaskId(text)) return text;
  throw new HttpError(400, 'invalid_request', 'A task id has letters, digits, “-” and “_” only.');
}

/** Whether the text has the form of the service's ids. */
export function isTaskId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,200}$/.test(text);
}
