import { connect } from 'node:net';

/**
 * Sends the text as it is on one connection, `{host}` being the server's own, and resolves to all that comes back before it is
 * closed, or nothing has come for so many milliseconds.
 */
export async function rawAnswers(serverUrl: string, text: string, patienceMs: number): Promise<string> {
  const { hostname, port } = new URL(serverUrl);
  const socket = connect(Number(port), hostname);
  let answers = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    answers += chunk;
  });
  // It may be cut off before it has said all.
  socket.on('error', () => undefined);
  socket.setTimeout(patienceMs, () => socket.destroy());
  socket.write(text.replaceAll('{host}', `${hostname}:${port}`), 'latin1');
  // `once` of Node's events would reject where it is cut off.
  await new Promise((resolve) => socket.on('close', resolve));
  return answers;
}
