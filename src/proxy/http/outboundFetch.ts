import {
  Agent,
  buildConnector,
  Dispatcher,
  type RequestInit,
  type Response,
  fetch as undiciFetch,
} from 'undici';
import { lookupBy, type Resolve } from './nameLookup.ts';
import type { TunnelTo } from './webProxies.ts';

export type OutboundFetch = (url: string, init: RequestInit) => Promise<Response>;

/** No connection stood, so no byte of the request can have left. `cause` says why. */
export class NotSentError extends Error {}

export type OutboundValues = Readonly<{ resolve: Resolve; tunnelTo?: TunnelTo }>;

/** For a name to be resolved, a connection to be made and TLS to be agreed on; and for a web proxy to connect. */
const connectTimeoutMs = 10_000;

/**
 * Node's own `fetch` as the package of its authors, which alone lets one know how far a failed request came: undici tells a
 * request's start when its connection stands and before it writes the first byte
 * (https://github.com/nodejs/undici/blob/v7.x/docs/docs/api/Dispatcher.md). Rejects with a `NotSentError` where it never did.
 */
export function createOutboundFetch(values: OutboundValues): OutboundFetch {
  const agent = new Agent({ connect: createConnector(values) });
  return async (url, init) => {
    const dispatcher = new StartNoting(agent);
    try {
      return await undiciFetch(url, { ...init, dispatcher });
    } catch (error) {
      throw dispatcher.hasStarted ? error : new NotSentError('The request was not sent.', { cause: error });
    }
  };
}

function createConnector({ resolve, tunnelTo }: OutboundValues): buildConnector.connector {
  const connect = buildConnector({ lookup: lookupBy(resolve), timeout: connectTimeoutMs });
  return (options, callback) => {
    const openTunnel = tunnelTo?.(new URL(`${options.protocol}//${options.host}`));
    if (openTunnel === undefined) return connect(options, callback);
    openTunnel(AbortSignal.timeout(connectTimeoutMs)).then(
      (socket) =>
        options.protocol === 'https:'
          ? connect({ ...options, httpSocket: socket }, callback)
          : callback(null, socket),
      (error) => callback(error, null),
    );
  };
}

/** For one request. */
class StartNoting extends Dispatcher {
  hasStarted = false;
  readonly #agent: Agent;

  constructor(agent: Agent) {
    super();
    this.#agent = agent;
  }

  /** The handler has the older form, as of `fetch` it does, or the newer one. One of neither might start without a word. */
  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const { onConnect, onRequestStart } = handler;
    this.hasStarted ||= onConnect === undefined && onRequestStart === undefined;
    if (onConnect !== undefined) {
      handler.onConnect = (...parts) => {
        this.hasStarted = true;
        onConnect.apply(handler, parts);
      };
    }
    if (onRequestStart !== undefined) {
      handler.onRequestStart = (...parts) => {
        this.hasStarted = true;
        onRequestStart.apply(handler, parts);
      };
    }
    return this.#agent.dispatch(options, handler);
  }
}
