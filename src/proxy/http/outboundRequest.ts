import type { Readable } from 'node:stream';
import { Agent, buildConnector, Dispatcher, request } from 'undici';
import { boundAnswers, createInterimCounter } from './answerBounds.ts';
import { lookupBy, type Resolve } from './nameLookup.ts';
import type { TunnelTo } from './webProxies.ts';

type OutboundOptions = Readonly<{
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string | Readable;
  signal: AbortSignal;
}>;

type OutboundResponse = Readonly<{
  statusCode: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: AsyncIterable<Uint8Array>;
}>;

/** Follows no redirect. */
export type OutboundRequest = (url: string, options: OutboundOptions) => Promise<OutboundResponse>;

/** No connection stood, so no byte of the request can have left. `cause` says why. */
export class NotSentError extends Error {}

export type OutboundValues = Readonly<{ resolve: Resolve; tunnelTo?: TunnelTo }>;

/** For a name to be resolved, a connection to be made and TLS to be agreed on; and for a web proxy to connect. */
const connectTimeoutMs = 10_000;

/**
 * By undici, on which Node's own `fetch` is built: with half a millisecond less a call, without its copy of a body that passes
 * by, and with a word on how far a failed request came. undici tells a request's start when its connection stands and before it
 * writes the first byte (https://github.com/nodejs/undici/blob/v7.x/docs/docs/api/Dispatcher.md). Rejects with a `NotSentError`
 * where it never did.
 *
 * A connection is kept for what may be asked again. The other end may give a kept one up just when a request is written to it, and
 * nobody would know whether a create was charged, so that a POST has a connection of its own.
 */
export function createOutboundRequest(values: OutboundValues): OutboundRequest {
  // `boundAnswers` bounds the head as well.
  const connection = { connect: createConnector(values), maxHeaderSize: Number.MAX_SAFE_INTEGER };
  const agents = { GET: new Agent(connection), POST: new Agent({ ...connection, pipelining: 0 }) };
  return async (url, options) => {
    const dispatcher = new StartNoting(agents[options.method]);
    try {
      const onInfo = createInterimCounter((error) => {
        throw error;
      });
      return await untilAborted(request(url, { ...options, dispatcher, onInfo }), options.signal);
    } catch (error) {
      throw dispatcher.hasStarted ? error : new NotSentError('The request was not sent.', { cause: error });
    }
  };
}

/** undici hears of an abort only once the connection stands. It then writes nothing. */
function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}

function createConnector({ resolve, tunnelTo }: OutboundValues): buildConnector.connector {
  const connect = buildConnector({ lookup: lookupBy(resolve), timeout: connectTimeoutMs });
  return (options, done) => {
    const callback: buildConnector.Callback = (...outcome) => {
      if (outcome[1]) boundAnswers(outcome[1]);
      done(...outcome);
    };
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

  /** The handler has undici's older form or its newer one. One of neither might start without a word. */
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
