/** The least that a proxy can be: every request goes on to SERVICE_URL as it comes, with a key. For `node -e`. */
export const passThrough = `
import { createServer, request } from 'node:http';
const service = process.env.SERVICE_URL;
const server = createServer((incoming, outgoing) => {
  const headers = { ...incoming.headers, authorization: 'Bearer key' };
  const onward = request(service + incoming.url, { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(onward);
});
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));
`;
