import { BlockList, isIP, type Socket } from 'node:net';
import { isLoopback } from './addresses.ts';
import type { Resolve } from './nameLookup.ts';
import { openTunnel } from './openTunnel.ts';

/** What the network's own web proxies are, and which hosts are reached without them: a name, `.suffix`, address, range or `*`. */
export type WebProxyValues = Readonly<{
  httpsProxy: URL | undefined;
  httpProxy: URL | undefined;
  noProxy: readonly string[];
}>;

/** How a connection to the URL's host is made by way of a web proxy; undefined where it is made directly. */
export type TunnelTo = (url: URL) => ((signal: AbortSignal) => Promise<Socket>) | undefined;

/**
 * By the rules of curl: without a proxy of its own, https takes the one of http, and a name stands for its subdomains, too.
 * This machine is never reached by way of another one.
 */
export function createTunnels(
  { httpsProxy, httpProxy, noProxy }: WebProxyValues,
  resolve: Resolve,
): TunnelTo {
  const isExcepted = createExceptions(noProxy);
  return (url) => {
    const proxy = url.protocol === 'https:' ? (httpsProxy ?? httpProxy) : httpProxy;
    if (proxy === undefined || isLoopback(url.hostname) || isExcepted(url)) return undefined;
    return (signal) => openTunnel(proxy, url, { resolve, signal });
  };
}

function createExceptions(entries: readonly string[]): (url: URL) => boolean {
  const ranges = new BlockList();
  const names = entries.filter((entry) => !addRange(ranges, entry));
  return ({ hostname, protocol, port }) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const family = isIP(host);
    if (family !== 0 && ranges.check(host, family === 4 ? 'ipv4' : 'ipv6')) return true;
    const ownPort = port || (protocol === 'https:' ? '443' : '80');
    return names.some((entry) => isNamed(entry, host, ownPort));
  };
}

/** False where the entry is no address and no range of them. */
function addRange(ranges: BlockList, entry: string): boolean {
  const [, address = '', bits] = /^\[?([\da-f.:]+)\]?(?:\/(\d{1,3}))?$/i.exec(entry) ?? [];
  const family = isIP(address);
  const bitsMax = family === 4 ? 32 : 128;
  if (family === 0 || Number(bits ?? 0) > bitsMax) return false;
  ranges.addSubnet(address, Number(bits ?? bitsMax), family === 4 ? 'ipv4' : 'ipv6');
  return true;
}

function isNamed(entry: string, host: string, port: string): boolean {
  const [, name = '', onlyPort = port] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  const suffix = name.replace(/^\*?\./, '');
  return onlyPort === port && (suffix === '*' || host === suffix || host.endsWith(`.${suffix}`));
}
