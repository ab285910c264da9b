/**
 * The least that a proxy can be: every request goes on to SERVICE_URL as it comes, with a key. Connections to the service are kept
 * for reads and not for what costs money, as the proxy's are. For `node -e`.
 */
export const passThrough = `
import { createServer, request } from 'node:http';
const service = process.env.SERVICE_URL;
const server = createServer((incoming, outgoing) => {
  const { connection, ...passed } = incoming.headers;
  const headers = { ...passed, authorization: 'Bearer key' };
  const agent = incoming.method === 'GET' ? undefined : false;
  const onward = request(service + incoming.url, { method: incoming.method, headers, agent }, (answer) => {
    const { connection, 'keep-alive': time, ...returned } = answer.headers;
    outgoing.writeHead(answer.statusCode, returned);
    answer.pipe(outgoing);
  });
  incoming.pipe(onward);
});
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));
`;
