/** Takes the key out of anything that was parsed from JSON, property names included. */
export function redactKey(value: unknown, apiKey: string): unknown {
  if (typeof value === 'string') return value.replaceAll(apiKey, '[key]');
  if (Array.isArray(value)) return value.map((item) => redactKey(item, apiKey));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    name.replaceAll(apiKey, '[key]'),
    redactKey(item, apiKey),
  ]);
  return Object.fromEntries(entries);
}
