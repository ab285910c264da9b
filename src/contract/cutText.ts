/** Ends with an ellipsis where it is cut, and never in the middle of a character. Lengths are in UTF-16 units. */
export function cutText(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  return `${text.slice(0, lengthMax - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

/** Of a message that is shown as it is, and of a code: a service may answer with a whole page, or with what it was sent. */
export const messageLengthMax = 1000;
export const codeLengthMax = 100;
