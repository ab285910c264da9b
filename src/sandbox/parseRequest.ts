import { type GenerationRequest, generationRequestSchema } from '../contract/generationRequest.ts';
import { takeSteps } from '../contract/jsonBounds.ts';
import { parseRequestJson } from '../contract/parseRequestJson.ts';
import { validationMessage } from '../contract/validationMessage.ts';
import { hasOrigin } from './deliverCallback.ts';
import { ServiceError } from './serviceError.ts';

/**
 * The request in this body. Throws a 400 `ServiceError` whose message starts with the first wrong field. A callback to
 * `callbackOrigin` is taken even where the service would not, as on loopback.
 */
export function parseRequest(body: string, callbackOrigin: string | undefined): GenerationRequest {
  const parsed = takeSteps(parseRequestJson(body));
  if (parsed.kind === 'refused') throw new ServiceError('invalid_request', parsed.complaint);
  const { value } = parsed;
  const ownCallback = ownCallbackOf(value, callbackOrigin);
  const result = generationRequestSchema.safeParse(
    ownCallback === undefined ? value : Object.assign({}, value, { callback_url: undefined }),
  );
  if (result.success) {
    return ownCallback === undefined ? result.data : { ...result.data, callback_url: ownCallback };
  }
  throw new ServiceError('invalid_request', validationMessage(result.error));
}

function ownCallbackOf(parsed: unknown, callbackOrigin: string | undefined): string | undefined {
  const url =
    typeof parsed === 'object' && parsed !== null && 'callback_url' in parsed && parsed.callback_url;
  return typeof url === 'string' && hasOrigin(url, callbackOrigin) ? url : undefined;
}
