import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { addRegion } from '../../../src/model/document/regions.ts';
import { curlCommand } from '../../../src/model/request/curlCommand.ts';
import { generationRequest } from '../../../src/model/request/request.ts';
import { defaultSettings } from '../../../src/model/request/settings.ts';
import { documentWith, rectRing } from '../document/sampleDocuments.ts';

const document = addRegion(documentWith({}), [rectRing(10, 10, 100, 100)]);
const requestFor = (prompt: string) => generationRequest(document, { ...defaultSettings, prompt }, {});

/** Runs the command in a real shell, in which `curl` prints its arguments, each with a zero byte behind it. */
function argumentsOfCurl(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}\n`;
  const env = { ...process.env, EVOLINK_API_KEY: 'key with $pace' };
  return execFileSync('sh', ['-c', script], { env, encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('the curl command', () => {
  test('posts the request with the key of the environment', () => {
    const request = requestFor('A lake');
    const [body, ...others] = argumentsOfCurl(curlCommand(request, 'https://api.evolink.ai/')).toReversed();
    expect(others.toReversed()).toEqual([
      '-X',
      'POST',
      'https://api.evolink.ai/v1/images/generations',
      '-H',
      'Authorization: Bearer key with $pace',
      '-H',
      'Content-Type: application/json',
      '-d',
    ]);
    expect(JSON.parse(body ?? '')).toEqual(request);
  });

  test('never holds the key itself', () => {
    expect(curlCommand(requestFor('A lake'), 'https://api.evolink.ai')).toContain(
      '-H "Authorization: Bearer $EVOLINK_API_KEY" \\\n',
    );
  });

  test.each([
    ["it's a 'quoted' lake''"],
    ['two\nlines and a \\ at the end \\'],
    ['$HOME `id` $(id) $[x] !! "double" %s \\0'],
    ['# ; & | > /tmp/x * ? ~ [a] {a,b} @file'],
    ['snow ☃, 湖, 🏔️, \u2028, \u0001'],
  ])('brings the prompt through the shell: %j', (prompt) => {
    const body = argumentsOfCurl(curlCommand(requestFor(prompt), 'https://api.evolink.ai')).at(-1);
    expect(JSON.parse(body ?? '').prompt).toBe(prompt);
  });
});
