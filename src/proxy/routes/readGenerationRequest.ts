import type { HonoRequest } from 'hono';
import { type GenerationRequest, generationRequestSchema } from '../../contract/generationRequest.ts';
import { parseJson } from '../../contract/parseJson.ts';
import { validationMessage } from '../../contract/validationMessage.ts';
import { HttpError } from '../httpError.ts';

/** The request as the contract has it, or an error that names what is wrong with it. */
export async function readGenerationRequest(request: HonoRequest): Promise<GenerationRequest> {
  requireJson(request.header('content-type'));
  const parsed = generationRequestSchema.safeParse(parseBody(await request.text()));
  if (parsed.success) return parsed.data;
  throw new HttpError(400, 'invalid_request', validationMessage(parsed.error));
}

function requireJson(header = ''): void {
  if (/^application\/json\s*(?:;|$)/i.test(header.trim())) return;
  throw new HttpError(415, 'unsupported_media_type', 'A generation request must be application/json.');
}

function parseBody(text: string): unknown {
  const body = parseJson(text);
  if (body !== undefined) return body;
  throw new HttpError(400, 'invalid_request', 'The request is not valid JSON. Nothing was sent.');
}
