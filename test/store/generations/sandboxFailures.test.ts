import { expect, test } from 'vitest';
import type { ProxyClient } from '../../../src/api/proxyClient.ts';
import { ProxyError } from '../../../src/api/proxyError.ts';
import { phaseWithTexts } from '../../helpers/phaseWithTexts.ts';
import { createTestEditor, fakeClient, openPhotograph, taskOf } from '../../helpers/testEditor.ts';

const refusal = (status: number, code: string, mayHaveBeenCharged = false) =>
  new ProxyError('No.', { status, code, mayHaveBeenCharged });
const failed = (code: string) => async () => taskOf({ status: 'failed', error: { code, message: 'No.' } });

const faults: [string, Partial<ProxyClient>][] = [
  ['a create without an answer', { createGeneration: async () => Promise.reject(refusal(504, 'x', true)) }],
  ['a refused create', { createGeneration: async () => Promise.reject(refusal(400, 'invalid_request')) }],
  ['refused content', { getTask: failed('content_policy_violation') }],
  ['a failed task', { getTask: failed('service_error') }],
  ['a lost task', { getTask: async () => Promise.reject(refusal(403, 'model_access_denied')) }],
];

async function failureOf(client: Partial<ProxyClient>) {
  const editor = createTestEditor({ client: fakeClient(client) });
  await openPhotograph(editor);
  await editor.generations.generate();
  const [generation] = editor.generations.store.getState().generations;
  const name = generation?.phase.name;
  const before = phaseWithTexts(generation);
  if (name === 'unknown') await editor.generations.dismissUnknown(generation?.id ?? '');
  const after = phaseWithTexts(editor.generations.store.getState().generations[0]);
  return [before, after].flatMap((phase) => (phase && 'failure' in phase ? [phase.failure] : []));
}

test.each(faults)(
  '%s in the sandbox is said to be free, and not to be looked up in an account',
  async (_, fault) => {
    const failures = await failureOf(fault);
    expect(failures).toHaveLength(2);
    for (const { credits, advice } of failures) {
      expect(credits).toContain('Nothing is charged in the sandbox.');
      expect(`${credits} ${advice}`).not.toMatch(/account|credits|refund|may have charged/i);
    }
  },
);
