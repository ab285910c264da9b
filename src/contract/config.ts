import { z } from './zod.ts';

/** What the page learns from `GET /api/config`. In `sandbox` mode every result is a local rendering. */
export const configSchema = z.object({
  mode: z.enum(['live', 'sandbox']),
  /** Where the service itself is, for commands that are run without this server. */
  serviceUrl: z.string(),
  /** Whether people sign in to the server, and so can sign out. */
  needsSignIn: z.optional(z.boolean()),
  /** How long the server remembers what came of a create, and answers the same one again with it instead of sending it. */
  createMemorySeconds: z.optional(z.number()),
  limits: z.object({
    uploadBytesMax: z.int(),
    requestBytesMax: z.int(),
    /** How many generations a browser runs at once, in all its tabs; others wait their turn. */
    generationsAtOnce: z.optional(z.int().check(z.gte(1))),
  }),
});
export type Config = z.infer<typeof configSchema>;
