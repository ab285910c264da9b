import { HttpError } from '../httpError.ts';

/** The text, where it can be a task's id. Anything else could change the path of a call to the service. */
export function taskId(text: string): string {
  if (isTaskId(text)) return text;
  throw new HttpError(
    400,
    'invalid_request',
    'A task id has letters, digits, “-”, “_”, “.”, “:” and “~” only.',
  );
}

/**
 * Whether the text may be one of the service's ids. They have letters, digits, `-` and `_`; should they have more one day, whoever
 * has paid for a task still wants to see it. One or two dots would be another path.
 */
export function isTaskId(text: string): boolean {
  return /^[\w.:~-]{1,200}$/.test(text) && text !== '.' && text !== '..';
}
