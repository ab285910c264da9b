import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export type WebProxyServer = Readonly<{
  url: string;
  port: number;
  /** What it was asked to connect to, as "host:port", and by whom, in order. */
  asked: { authority: string; authorisation: string | undefined }[];
  close(): Promise<void>;
}>;

type WebProxyBehaviour = Readonly<{
  /** Where names lead: all of them to ports of this machine. */
  ports?: Readonly<Record<string, number>>;
  /** Instead of connecting. */
  answer?: (socket: Socket, request: IncomingMessage) => void;
}>;

/** A network's web proxy, as a company has it: connects by `CONNECT`, and resolves names by itself. On loopback alone. */
export async function startWebProxy({ ports = {}, answer }: WebProxyBehaviour = {}): Promise<WebProxyServer> {
  const asked: WebProxyServer['asked'] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((_request, response) => response.writeHead(501).end());
  server.on('connection', keep);
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const authority = request.url ?? '';
    asked.push({ authority, authorisation: request.headers['proxy-authorization'] });
    if (answer !== undefined) return answer(socket, request);
    const port = ports[authority];
    if (port === undefined) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const upstream = keep(connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 Connected\r\n\r\n')));
    upstream.pipe(socket).pipe(upstream);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, port, asked, close };
}
