/**
 * Whether the text is free of lone surrogates: halves of a character that no encoding can carry. JSON's `\ud800` makes
 * one, and so does text that is cut in the middle of an emoji. What is sent with one may arrive as anything.
 */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
