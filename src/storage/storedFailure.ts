import { z } from '../contract/zod.ts';

/** Codes and facts; the sentences are made of them where they are shown. */
const factsSchema = z.object({
  code: z.string(),
  /** The words of the service, the server or the browser. */
  message: z.optional(z.string()),
  /** Why, where nobody has words of their own for it. */
  reason: z.optional(
    z.enum([
      'press_expired',
      'not_recorded',
      'interrupted',
      'unfinished',
      'no_reason_given',
      'server_unreachable',
      'connection_lost',
      'malformed_answer',
      'signed_out',
      'worker_broken',
      'photograph_gone',
      'no_memory',
    ]),
  ),
  /** Of the answer that refused it: an HTTP status, or 0 where none came. */
  status: z.optional(z.int()),
  /**
   * What it means for the credits. `maybe`: the service may have received it. `reserved`: there is a task. `dismissed`: it was
   * not known, and the person took the question back.
   */
  charged: z.enum(['no', 'maybe', 'reserved', 'dismissed']),
  /** The same may be sent again later, unchanged. */
  mayRetry: z.boolean(),
});
export type StoredFailure = Readonly<z.infer<typeof factsSchema>>;

/** As records told of failures before they held facts: in the sentences that were shown. */
const sentencesSchema = z.object({
  code: z.string(),
  message: z.string(),
  credits: z.string(),
  advice: z.string(),
  mayRetry: z.boolean(),
});
type Sentences = z.infer<typeof sentencesSchema>;

export const failureSchema = z.union([factsSchema, z.pipe(sentencesSchema, z.transform(factsBehind))]);

/** By how the sentence on what to do began, or the one on the credits. */
const chargedBy: readonly (readonly [string, StoredFailure['charged']])[] = [
  ['It may be sent again.', 'dismissed'],
  ['Nothing was charged', 'no'],
  ['Nothing is charged in the sandbox. No task was created.', 'no'],
  ['The service may have received it', 'maybe'],
  ['Nothing is charged in the sandbox. It was not sent a second time.', 'maybe'],
];

const reasonBy: readonly (readonly [string, NonNullable<StoredFailure['reason']>])[] = [
  ['This was not sent in time', 'press_expired'],
  ['This browser has no room to record that the request is sent', 'not_recorded'],
  ['The page was closed while the request was on its way', 'interrupted'],
  ['The service has not finished this task in 30 minutes', 'unfinished'],
  ['The service gave no reason', 'no_reason_given'],
];

/** The status of the answer, by how the sentence on what to do began. */
const statusBy: readonly (readonly [string, number])[] = [
  ['Check the key', 401],
  ['Then press Generate again', 401],
  ['Top up your account', 402],
  ['Choose another model', 403],
  ['After reloading', 409],
  ['Wait a little', 429],
  ['Correct what the message names', 400],
  ['Press Generate again in a moment', 500],
];

function factsBehind({ code, message, credits, advice, mayRetry }: Sentences): StoredFailure {
  const reason = byBeginning(reasonBy, message);
  const status = byBeginning(statusBy, advice);
  return {
    code,
    ...(reason === undefined ? { message } : { reason }),
    ...(status !== undefined && { status }),
    charged: byBeginning(chargedBy, advice) ?? byBeginning(chargedBy, credits) ?? 'reserved',
    mayRetry,
  };
}

function byBeginning<Found>(
  table: readonly (readonly [string, Found])[],
  sentence: string,
): Found | undefined {
  return table.find(([beginning]) => sentence.startsWith(beginning))?.[1];
}
