import type { GenerationRequest } from '../contract/generationRequest.ts';
import { taskSchema } from '../contract/task.ts';
import { z } from '../contract/zod.ts';
import type { Document } from '../model/document/document.ts';
import { failureSchema } from './storedFailure.ts';
import { documentSchema, originSchema, settingsSchema } from './work.ts';

const timeSchema = z.number();

const ended = { finishedAt: timeSchema };

/** How far a generation has come. The bytes of results lie beside it, under its id. */
const phaseSchema = z.discriminatedUnion('name', [
  z.object({ name: z.enum(['queued', 'preparing', 'uploading']) }),
  /** `sentAt` only where the server had promised to keep what comes of it. */
  z.object({ name: z.literal('sending'), sentAt: z.optional(timeSchema) }),
  z.object({ name: z.literal('running'), task: taskSchema }),
  z.object({
    name: z.literal('completed'),
    task: taskSchema,
    /** The numbers of results whose links died before they were fetched. */
    gone: z.optional(z.array(z.int())),
    ...ended,
  }),
  z.object({ name: z.literal('failed'), task: z.optional(taskSchema), failure: failureSchema, ...ended }),
  z.object({ name: z.literal('unknown'), failure: failureSchema, sentAt: z.optional(timeSchema), ...ended }),
]);

const recordSchema = z.object({
  id: z.string(),
  startedAt: timeSchema,
  isSandbox: z.boolean(),
  document: documentSchema,
  settings: settingsSchema,
  /** As it was built, even where more was allowed then than today: it is shown and saved, and checked again by whoever sends it. */
  request: z.optional(z.custom<GenerationRequest>((value) => typeof value === 'object' && value !== null)),
  uploads: z.readonly(z.array(z.object({ url: z.string(), expiresAt: timeSchema }))),
  base: z.optional(originSchema),
  /** How many attempts the server has told to be clearly refused, and when the last. */
  refused: z.optional(z.object({ attempts: z.int(), at: timeSchema })),
  phase: phaseSchema,
});
export type StoredPhase = z.infer<typeof phaseSchema>;
export type GenerationRecord = Readonly<Omit<z.infer<typeof recordSchema>, 'document'>> & {
  readonly document: Document;
};

/** What was read back, or undefined where it is damaged or was written by another version. */
export function parseGeneration(value: unknown): GenerationRecord | undefined {
  return recordSchema.safeParse(value).data;
}
