/** A limit of so many bytes, in powers of 1024, as such limits are set: `50 MB`, `512 kB`. */
export function limitText(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 1 ? `${Math.ceil(bytes / 1024)} kB` : `${Number(megabytes.toFixed(1))} MB`;
}
