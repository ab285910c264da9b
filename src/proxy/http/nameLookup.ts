import { lookup, Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { withTimeout } from './deadline.ts';

/** All addresses of a host name. Rejects or is empty where there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

type ResolverParts = Readonly<{
  /** As the system resolves names. */
  system: Resolve;
  /** By asking the DNS, without a thread. */
  dns: Resolve;
  /** Milliseconds after which the DNS is asked, too. */
  patienceMs: number;
  /** Milliseconds after which a name is given up. */
  timeoutMs: number;
}>;

/**
 * Resolves names as the system does, with its hosts file and the names of the local network, unless that takes too long.
 *
 * The system's getaddrinfo holds a thread until the DNS has answered or is given up, which takes a silent one ten seconds and
 * more, and libuv lets half of its four threads do such work, for the whole process: two bad names would keep everybody from
 * connecting anywhere (https://docs.libuv.org/en/v1.x/threadpool.html). So a resolver has one such look-up under way at a time,
 * and a name that has waited for a second, for its turn or for its answer, is also asked of the DNS by c-ares, which needs no
 * thread. It is not the first to be asked: it knows neither the hosts file nor domains that have a DNS of their own.
 */
export function createResolver({
  system = resolveBySystem,
  dns = resolveByDns,
  patienceMs = 1000,
  timeoutMs = 15_000,
}: Partial<ResolverParts> = {}): Resolve {
  const systemInTurn = oneAtATime(system);
  const underWay = new Map<string, Promise<readonly string[]>>();
  const resolveEither: Resolve = async (host) => {
    const over = new AbortController();
    const bySystem = systemInTurn(host, over.signal);
    const byDns = afterPause(patienceMs, over.signal, () => dns(host));
    try {
      return await withTimeout(Promise.race([bySystem, byDns]), timeoutMs);
    } finally {
      over.abort();
      underWay.delete(host);
    }
  };
  return (host) => {
    const resolved = underWay.get(host) ?? resolveEither(host);
    underWay.set(host, resolved);
    return resolved;
  };
}

/** For what connects: `net`, `tls` and whatever is built on them. */
export function lookupBy(resolve: Resolve): LookupFunction {
  return (host, { all }, done) => {
    resolve(host).then(
      (addresses) => {
        const answers = addresses.map((address) => ({ address, family: isIP(address) }));
        const [first] = answers;
        if (first === undefined) done(new Error('The name has no address.'), '');
        else if (all) done(null, answers);
        else done(null, first.address, first.family);
      },
      (error) => done(error, ''),
    );
  };
}

/** Whoever does not wait any more when the turn comes is passed over. */
function oneAtATime(resolve: Resolve) {
  let last: Promise<unknown> = Promise.resolve();
  return (host: string, signal: AbortSignal) => {
    const turn = last.then(() => {
      signal.throwIfAborted();
      return resolve(host);
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Never rejects: where this way fails, the name is left to the other one. */
function afterPause(pauseMs: number, over: AbortSignal, resolveName: () => ReturnType<Resolve>) {
  return new Promise<readonly string[]>((resolve) => {
    const timer = setTimeout(() => resolveName().then(resolve, () => undefined), pauseMs);
    over.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** With the nameservers that the system has just now. */
const resolveByDns: Resolve = async (host) => {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (addresses.length === 0) throw new Error('The DNS has no address for the name.');
  return addresses;
};
