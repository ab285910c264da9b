import { get } from 'node:http';

/** As a browser judges it. Node's `fetch` takes a closed connection for the end of a body, even of a chunked one. */
export function isTransferComplete(url: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = get(url, (response) => {
      response.resume();
      response.once('close', () => resolve(response.complete));
      response.on('error', () => resolve(false));
    });
    request.once('error', reject);
  });
}
