import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../src/proxy/configuration.ts';

describe('readConfiguration', () => {
  test('an empty environment means the sandbox, on loopback, beside the documented addresses', () => {
    expect(readConfiguration({})).toEqual({
      apiKey: undefined,
      baseUrl: 'https://api.evolink.ai',
      filesUrl: 'https://files-api.evolink.ai',
      host: '127.0.0.1',
      port: 8787,
    });
  });

  test('an empty or blank variable counts as absent', () => {
    expect(readConfiguration({ EVOLINK_API_KEY: ' ', PORT: '', HOST: '' })).toEqual(readConfiguration({}));
  });

  test('everything can be set, and trailing slashes do not matter', () => {
    const environment = {
      EVOLINK_API_KEY: ' sk-12345678\n',
      EVOLINK_BASE_URL: 'http://gateway:9000/evolink//',
      EVOLINK_FILES_URL: 'https://files.example.com/',
      HOST: '::1',
      PORT: '0',
    };
    expect(readConfiguration(environment)).toEqual({
      apiKey: 'sk-12345678',
      baseUrl: 'http://gateway:9000/evolink',
      filesUrl: 'https://files.example.com',
      host: '::1',
      port: 0,
    });
  });

  test('the message names every wrong variable and shows no value', () => {
    const environment = {
      EVOLINK_API_KEY: 'sk-secret with space',
      EVOLINK_BASE_URL: 'ftp://example.com',
      EVOLINK_FILES_URL: 'https://user:secret@example.com',
      HOST: 'http://127.0.0.1',
      PORT: '65536',
    };
    expect(() => readConfiguration(environment)).toThrow(
      [
        'The configuration is wrong. Correct these environment variables and start again:',
        '  EVOLINK_API_KEY must be the key alone: one line, no spaces, no characters outside ASCII.',
        '  EVOLINK_BASE_URL must be a full http:// or https:// address without user, query or fragment.',
        '  EVOLINK_FILES_URL must be a full http:// or https:// address without user, query or fragment.',
        '  HOST must be a host name or an IP address to listen on.',
        '  PORT must be a whole number from 0 (any free port) to 65535.',
      ].join('\n'),
    );
  });

  test.each(['http', '80.5', '-1', '1e3', '0x50', '70000'])('a port of %s is refused', (PORT) => {
    expect(() => readConfiguration({ PORT })).toThrow('PORT must be');
  });
});
