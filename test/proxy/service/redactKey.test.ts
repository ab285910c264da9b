import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../../src/proxy/configuration/readConfiguration.ts';
import { proxyValues } from '../../../src/proxy/proxyValues.ts';
import { redactKey, redactKeyText } from '../../../src/proxy/service/redactKey.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { answerJson, proxyFor, startFakeService } from '../fakeService.ts';

const key = 'sk-Test/0123456789+abcdefXYZ?~!';

const percent = (text: string) =>
  [...text].map((character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
const hex = (text: string) => Buffer.from(text).toString('hex');
const base64 = (text: string, before = '', after = '') =>
  Buffer.from(before + text + after).toString('base64');
const base64url = (text: string, before = '') => Buffer.from(before + text).toString('base64url');

describe('a copy of the key', () => {
  test.each([
    ['as it is', `Bad key ${key}.`, 'Bad key [key].'],
    ['twice', `${key} ${key}`, '[key] [key]'],
    ['without its end', `Bad key ${key.slice(0, 12)}…`, 'Bad key [key]…'],
    ['without its beginning', `…${key.slice(-12)}`, '…[key]'],
    ['from its middle', `(${key.slice(5, 18)})`, '([key])'],
    ['cut in two', `${key.slice(0, 14)}\n${key.slice(14)}`, '[key]\n[key]'],
    ['percent-encoded', `?key=${percent(key)}&x`, '?key=[key]&x'],
    ['percent-encoded in part', `?key=${encodeURIComponent(key)}&x`, '?key=[key]&x'],
    ['percent-encoded by capitals', percent(key).toUpperCase(), '[key]'],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(key)), '[key]'],
    ['in JSON inside of JSON', JSON.stringify({ key }).replaceAll('/', '\\/'), '{"key":"[key]"}'],
    ['in JSON of escapes', [...key].map((each) => `\\u00${hex(each)}`).join(''), '[key]'],
    ['in HTML', [...key].map((each) => `&#${each.charCodeAt(0)};`).join(''), '[key]'],
    ['in hex', `0x${hex(key)}.`, '0x[key].'],
    ['in hex by capitals', hex(key).toUpperCase(), '[key]'],
    ['in a part in hex', `(${hex(key.slice(7, 19))})`, '([key])'],
    ['in a dump', `<Buffer ${hex(key).match(/../g)?.join(' ')}>`, '<Buffer [key]>'],
    ['in hex with colons', hex(key).match(/../g)?.join(':') ?? '', '[key]'],
    ['in base64', base64(key.slice(0, 30)), '[key]'],
    ['in base64 that is percent-encoded', encodeURIComponent(base64(key.slice(0, 30))), '[key]'],
  ])('%s is taken out', (_name, text, expected) => {
    expect(redactKeyText(text, key)).toBe(expected);
  });

  test.each(['', 'a', 'ab', 'abc', 'Bearer ', 'user:'])(
    'in base64 behind “%s” is taken out but for what the edges share',
    (before) => {
      for (const encoded of [base64(key, before), base64url(key, before), base64(key, before, ' and more')]) {
        const [, head = '', tail = ''] = /^(.*)\[key\](.*)$/.exec(redactKeyText(encoded, key)) ?? [];
        const known = Buffer.from(head, 'base64').toString();
        expect([before.startsWith(known.slice(0, before.length)), tail.length < 16]).toEqual([true, true]);
        expect(redactKeyText(encoded, key)).not.toContain(encoded.slice(8, 24));
      }
    },
  );

  test('of less than twelve characters stays, and so does what only looks like one', () => {
    const texts = [
      key.slice(0, 11),
      hex(key.slice(0, 11)),
      percent(key.slice(3, 14)),
      'sk-Test',
      '100 % of it \\ &#x110000; %zz',
      '',
    ];
    expect(texts.map((text) => redactKeyText(text, key))).toEqual(texts);
  });

  test('of a key that is shorter is found as a whole', () => {
    expect(redactKeyText(`a12345678b ${hex('12345678')} ${base64('12345678')} 1234567`, '12345678')).toBe(
      'a[key]b [key] [key]g= 1234567',
    );
  });

  test('is taken out of names, lists and whatever is nested', () => {
    const value = { [key]: [1, null, { a: `x${key}` }, true], b: undefined };
    expect(redactKey(value, key)).toEqual({ '[key]': [1, null, { a: 'x[key]' }, true], b: undefined });
  });
});

/** How many characters of base64 are certain of keys of 8 to 11 bytes, wherever they start. */
const shortKeyLengths = [10, 11, 12, 14];

/** All places where the text and a form of the key have so many characters in common, found the slow way. */
function markedBySearch(text: string, secret: string): string {
  const least = Math.min(secret.length, 12);
  const marks = new Set<number>();
  const mark = (folded: string, form: string, length: number) => {
    for (let part = 0; part + length <= form.length; part++) {
      const searched = form.slice(part, part + length);
      for (let at = folded.indexOf(searched); at >= 0; at = folded.indexOf(searched, at + 1)) {
        for (let index = at; index < at + length; index++) marks.add(index);
      }
    }
  };
  mark(text, secret, least);
  for (const separator of ['', ' ', ':']) {
    mark(text.toLowerCase(), hex(secret).match(/../g)?.join(separator) ?? '', least * 2);
  }
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  for (const skipped of [0, 1, 2]) {
    const form = base64(secret, '\0'.repeat(skipped)).replace(/=+$/, '');
    const isCutOff = (skipped + secret.length) % 3 !== 0;
    const known = form.slice([0, 2, 3][skipped], isCutOff ? -1 : undefined);
    mark(standard, known, least === 12 ? 15 : (shortKeyLengths[least - 8] ?? 0));
  }
  return [...text]
    .map((character, index) => (marks.has(index) ? '\0' : character))
    .join('')
    .replace(/\0+/g, '[key]');
}

const printable = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
/** Of any characters, and of few, in which parts of the key resemble each other. */
const keys = fc.oneof(
  fc.string({ unit: printable, minLength: 8, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('a', 'b', '+'), minLength: 12, maxLength: 40 }),
);
const encoders: readonly ((text: string) => string)[] = [
  (text) => text,
  hex,
  (text) => hex(text).toUpperCase(),
  (text) => hex(text).match(/../g)?.join(' ') ?? '',
  (text) => base64(text),
  (text) => base64(text, 'x', 'y'),
  (text) => base64(text, 'xy', '?'),
  (text) => base64url(text, 'a'),
];

const texts = (secret: string) => {
  const part = fc
    .tuple(fc.nat(secret.length), fc.nat(secret.length), fc.constantFrom(...encoders))
    .map(([one, other, encode]) => encode(secret.slice(Math.min(one, other), Math.max(one, other))));
  return fc
    .array(fc.oneof(part, fc.string({ maxLength: 6 })), { maxLength: 8 })
    .map((parts) => parts.join(''));
};

describe('whatever the key and the text', () => {
  const withText = keys.chain((secret) => fc.tuple(fc.constant(secret), texts(secret)));
  const hasNoEscapes = (text: string) => !/[%\\&]/.test(text);

  test('exactly what a slow search finds is taken out', () => {
    fc.assert(
      fc.property(withText, ([secret, text]) => {
        fc.pre(hasNoEscapes(secret + text));
        expect(redactKeyText(text, secret)).toBe(markedBySearch(text, secret));
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  test('nothing of twelve characters is left where some of its characters are percent-encoded', () => {
    const escaped = fc.tuple(
      keys,
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      texts('no part of it'),
    );
    fc.assert(
      fc.property(escaped, ([secret, choices, around]) => {
        const copy = [...secret]
          .map((each, index) => (choices[index] || '%\\&'.includes(each) ? percent(each) : each))
          .join('');
        expect(redactKeyText(`${around} ${copy} ${around}`, secret)).not.toContain(copy);
      }),
      { numRuns: propertyRuns(70) },
    );
  });
});

test('a service that echoes the key in its message, its code or its headers tells it to nobody', async () => {
  const copies = [
    key,
    percent(key),
    hex(key),
    base64(key, 'user:'),
    base64url(key, 'Bearer '),
    key.slice(0, 12),
  ];
  const body = { error: { code: hex(key), message: `Bad key: ${copies.join(' ')}`, type: base64(key) } };
  const service = await startFakeService(answerJson(429, body, { 'retry-after': `5 ${base64(key)}` }));
  const app = proxyFor(service.url, { apiKey: key });
  const answer = await app.request('/api/tasks/a');
  await service.close();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5 [key]Q==']);
  const { error } = await answer.json();
  expect(error.message).toBe('Bad key: [key] [key] [key] dXNlcjp[key] QmVhcmVyIH[key]E [key]');
  expect([error.code, error.type]).toEqual(['[key]', '[key]Q==']);
});

test('a time to wait that is none does not make the head of an answer too long', async () => {
  const body = { error: { code: 'rate_limit_exceeded', message: 'Slow down.' } };
  const service = await startFakeService(answerJson(429, body, { 'retry-after': '1'.repeat(12_000) }));
  const answer = await proxyFor(service.url, { apiKey: key }).request('/api/tasks/a');
  await service.close();
  expect([answer.status, answer.headers.get('retry-after')?.length]).toEqual([429, 100]);
});

test('what is logged holds no copy of the key', async () => {
  const lines: string[] = [];
  const values = await proxyValues(
    readConfiguration({ LOG: 'json', EVOLINK_API_KEY: key, REDIS_URL: 'redis://127.0.0.1:9' }),
    {
      appDirectory: undefined,
      startSandbox: () => Promise.reject(new Error()),
      writeOutput: (line) => lines.push(line),
      warn: (line) => lines.push(line),
    },
  );
  values.redis?.destroy();
  values.log({ path: `/api/tasks/${hex(key)}` });
  values.warn(`Something with ${key}`);
  expect(lines).toEqual(['{"path":"/api/tasks/[key]"}', 'Something with [key]']);
});

describe('in a time that depends on the length alone', () => {
  const million = 1024 * 1024;
  test.each([
    ['parts of the key', key.slice(0, 11).repeat(million / 11)],
    ['one character of the key', 's'.repeat(million)],
    ['whole keys', key.repeat(million / key.length)],
    ['percent-encoded characters', percent('s').repeat(million / 3)],
    ['halves of escapes', '%2'.repeat(million / 2)],
    ['percent signs, encoded again and again', `%${'25'.repeat(million / 2)}`],
  ])('a megabyte of %s', (_name, text) => {
    const start = performance.now();
    redactKeyText(text, key);
    // It takes some 50 ms; what grew with the square of the length would take hours.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('a key of one character over and over', () => {
    const start = performance.now();
    expect(redactKeyText('a'.repeat(million), 'a'.repeat(512))).toBe('[key]');
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('what is nested too deeply is left out, and overflows no stack', () => {
    const nest = (depth: number, value: unknown) => {
      let nested = value;
      for (let level = 0; level < depth; level++) nested = level % 2 ? [nested] : { a: nested };
      return nested;
    };
    expect(redactKey(nest(20, key), key)).toEqual(nest(20, '[key]'));
    expect(JSON.stringify(redactKey(nest(400_000, key), key))).not.toContain(key);
  });
});
