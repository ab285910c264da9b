import { type Area, areasComplaint } from './area.ts';
import { callbackUrlSchema } from './callbackUrl.ts';
import { isWellFormed } from './isWellFormed.ts';
import { limits } from './limits.ts';
import { modelSchema } from './model.ts';
import { speedSchema } from './speed.ts';
import { z } from './zod.ts';

const wellFormed = z.refine<string>(isWellFormed, 'Expected no lone surrogates.');

const fetchableUrlSchema = z
  .url({ protocol: /^https?$/, error: 'Expected an http or https URL.' })
  .check(
    z.maxLength(limits.imageUrlLengthMax, `Expected at most ${limits.imageUrlLengthMax} characters.`),
    wellFormed,
  );

const areasSchema = z.custom<Area[]>().check((payload) => {
  const complaint = areasComplaint(payload.value);
  if (complaint) payload.issues.push({ code: 'custom', input: payload.value, ...complaint });
});

const maskSchema = z.union([
  z.strictObject({ areas: areasSchema }),
  z.strictObject({ url: fetchableUrlSchema }),
]);
export type Mask = z.infer<typeof maskSchema>;

const canvasSideSchema = z.int().check(z.gte(limits.canvasSideMin), z.lte(limits.canvasSideMax));
const placementSideSchema = z.int().check(z.gte(1), z.lte(limits.placementSideMax));
/** Farther off, no placement shares a pixel with a canvas. */
const placementOffsetSchema = z.int().check(z.gte(-limits.placementSideMax), z.lte(limits.canvasSideMax));

/** The body of `POST /v1/images/generations` for the upload-paint models. Unknown fields are refused. */
export const generationRequestSchema = z.strictObject({
  model: modelSchema,
  prompt: z.string().check(z.minLength(1), z.maxLength(limits.promptLengthMax), wellFormed),
  image_urls: z.tuple([fetchableUrlSchema]),
  model_params: z.strictObject({
    mask: maskSchema,
    canvas: z.strictObject({ width: canvasSideSchema, height: canvasSideSchema }),
    img_pos: z.strictObject({
      width: placementSideSchema,
      height: placementSideSchema,
      x: placementOffsetSchema,
      y: placementOffsetSchema,
    }),
    speed: z._default(speedSchema, 'fast'),
  }),
  callback_url: z.optional(callbackUrlSchema),
});
export type GenerationRequest = z.infer<typeof generationRequestSchema>;

/** Areas, or the address of a mask image. */
export function requestMask(request: GenerationRequest): Mask {
  return request.model_params.mask;
}
