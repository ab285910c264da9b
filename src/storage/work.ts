import { limits } from '../contract/limits.ts';
import { modelSchema } from '../contract/model.ts';
import { speedSchema } from '../contract/speed.ts';
import { z } from '../contract/zod.ts';
import type { Document } from '../model/document/document.ts';
import type { Settings } from '../model/request/settings.ts';

/** What survives a reload, beside the bytes of its image. `savedAt`, ms since the epoch, is written by the storage. */
export type Work = {
  readonly document: Document;
  readonly settings: Settings;
  /** What others took the place of, the newest last: the way back to a prompt that somebody typed. */
  readonly replacedSettings?: readonly Settings[] | undefined;
  readonly savedAt?: number | undefined;
};

/** What is kept of it, whatever else it carries. */
export function storedWork({ document, settings, replacedSettings }: Work, savedAt: number): Work {
  return { document, settings, replacedSettings, savedAt };
}

const sideSchema = z.int().check(z.gte(1));
const canvasSideSchema = z.int().check(z.gte(limits.canvasSideMin), z.lte(limits.canvasSideMax));
const pointSchema = z.object({ x: z.int(), y: z.int() });

const regionSchema = z.object({
  id: z.string(),
  name: z.string(),
  isHidden: z.boolean(),
  rings: z.array(z.array(pointSchema).check(z.minLength(3))),
});

export const originSchema = z.object({ generationId: z.string(), index: z.int().check(z.gte(0)) });

const imageSchema = z.object({
  id: z.string(),
  name: z.string(),
  width: sideSchema,
  height: sideSchema,
  base: z.optional(originSchema),
  copy: z.optional(
    z.object({ reason: z.enum(['large', 'turned', 'damaged']), width: sideSchema, height: sideSchema }),
  ),
});

export const documentSchema = z.object({
  image: z.nullable(imageSchema),
  canvas: z.object({ width: canvasSideSchema, height: canvasSideSchema }),
  placement: z.object({ x: z.int(), y: z.int(), width: sideSchema, height: sideSchema }),
  regions: z.array(regionSchema),
}) satisfies z.ZodMiniType<Document>;

export const settingsSchema = z.object({
  prompt: z.string(),
  model: modelSchema,
  speed: speedSchema,
  maskFormat: z.enum(['polygons', 'image']),
  maskFrame: z.enum(['image', 'canvas']),
  callbackUrl: z.string(),
}) satisfies z.ZodMiniType<Settings>;

const workSchema = z.object({
  document: documentSchema,
  settings: settingsSchema,
  replacedSettings: z.optional(z.readonly(z.array(settingsSchema))),
  savedAt: z.optional(z.number()),
});

/** What was read back, or undefined where it is damaged or was written by another version. */
export function parseWork(value: unknown): Work | undefined {
  return workSchema.safeParse(value).data;
}
