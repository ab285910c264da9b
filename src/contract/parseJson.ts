/** The value of a JSON text, or undefined where it is none, which no schema but `unknown` takes. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
