import type { GenerationRequest } from '../../contract/generationRequest.ts';
import { serviceRoutes } from '../../contract/routes.ts';
import { requestJson } from './requestJson.ts';

/** A command for a POSIX shell that sends the request to the service at `baseUrl`; the key comes from the shell. */
export function curlCommand(request: GenerationRequest, baseUrl: string): string {
  const url = baseUrl.replace(/\/+$/, '') + serviceRoutes.generations;
  return [
    `curl -X POST ${quoted(url)}`,
    '-H "Authorization: Bearer $EVOLINK_API_KEY"',
    "-H 'Content-Type: application/json'",
    `-d ${quoted(requestJson(request))}`,
  ].join(' \\\n  ');
}

/** Nothing is special to the shell between single quotes but the single quote: it is put between the quotes, escaped. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
