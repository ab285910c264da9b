import { type GenerationRequest, generationRequestSchema } from '../contract/generationRequest.ts';
import { requestComplaint } from '../contract/requestComplaint.ts';
import { Refusal } from './refusal.ts';

/** The request in this body. Throws a 400 `Refusal` whose message starts with the first wrong field. */
export function parseRequest(body: string): GenerationRequest {
  const result = generationRequestSchema.safeParse(parseJson(body));
  if (result.success) return result.data;
  throw new Refusal('invalid_request', requestComplaint(result.error));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid_request', 'The body is not valid JSON.');
  }
}
