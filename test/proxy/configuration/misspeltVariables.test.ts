import { expect, test } from 'vitest';
import { misspeltVariables } from '../../../src/proxy/configuration/misspeltVariables.ts';
import { variables } from '../../../src/proxy/configuration/variables.ts';

const warningsOf = (name: string) => misspeltVariables({ [name]: 'hush' });

test.each([
  ['EVOLINK_APIKEY', 'EVOLINK_API_KEY'],
  ['EVOLINK_API_KEYS', 'EVOLINK_API_KEY'],
  ['EVOLINK_KEY_API', 'EVOLINK_API_KEY'],
  ['EVOLNIK_API_KEY', 'EVOLINK_API_KEY'],
  ['evolink_api_key', 'EVOLINK_API_KEY'],
  ['Access_Token', 'ACCESS_TOKEN'],
  ['ACCES_TOKEN', 'ACCESS_TOKEN'],
  ['ACCESSTOKEN', 'ACCESS_TOKEN'],
  ['TRUSTED_PROXY', 'TRUST_PROXY'],
  ['PUBLIC_URI', 'PUBLIC_URL'],
  ['PUBLICURL', 'PUBLIC_URL'],
  ['REDIS_URI', 'REDIS_URL'],
  ['UPLOAD_MAX_BYTES', 'UPLOAD_BYTES_MAX'],
  ['GENERATION_AT_ONCE', 'GENERATIONS_AT_ONCE'],
  ['REQUEST_PER_MINUTE', 'REQUESTS_PER_MINUTE'],
  ['PROT', 'PORT'],
  ['HOTS', 'HOST'],
  ['LOGS', 'LOG'],
])('%s looks like %s', (name, meant) => {
  expect(warningsOf(name)).toEqual([
    `${name} is not a variable of this server and is ignored. Did you mean ${meant}?`,
  ]);
});

test('whatever has the prefix that only ours have is warned of', () => {
  expect(warningsOf('EVOLINK_REGION')).toEqual([
    'EVOLINK_REGION is not a variable of this server and is ignored.',
  ]);
});

test('an ordinary environment and our own variables give no warning', () => {
  const names =
    'PATH HOME USER SHELL PWD OLDPWD LANG LANGUAGE LC_ALL TERM COLORTERM TZ TMPDIR EDITOR VISUAL PAGER DISPLAY HOSTNAME ' +
    'LOGNAME MAIL SHLVL SSH_AUTH_SOCK SSH_CLIENT XDG_RUNTIME_DIR XDG_DATA_DIRS DBUS_SESSION_BUS_ADDRESS NODE_ENV NODE_OPTIONS ' +
    'NODE_VERSION NODE_PATH YARN_VERSION CI DEBUG INIT_CWD npm_config_cache npm_package_name npm_lifecycle_event ' +
    'HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY FTP_PROXY http_proxy https_proxy no_proxy KUBERNETES_PORT ' +
    'KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT REDIS_PORT REDIS_HOST REDIS_SERVICE_HOST DATABASE_URL SERVICE_PORT ' +
    'GITHUB_TOKEN AWS_REGION AWS_ACCESS_KEY_ID AWS_SESSION_TOKEN INVOCATION_ID JOURNAL_STREAM NOTIFY_SOCKET CREDENTIALS_DIRECTORY';
  const environment = Object.fromEntries(
    [...names.split(' '), ...Object.keys(variables.shape)].map((name) => [name, 'x']),
  );
  expect(misspeltVariables(environment)).toEqual([]);
});

test('names may be long, and many', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `ACCESS_TOKEN_${'X'.repeat(index)}`);
  expect(misspeltVariables(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([
    'ACCESS_TOKEN_ is not a variable of this server and is ignored. Did you mean ACCESS_TOKEN?',
    'ACCESS_TOKEN_X is not a variable of this server and is ignored. Did you mean ACCESS_TOKEN?',
  ]);
});
