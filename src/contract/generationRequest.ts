import { callbackUrlSchema } from './callbackUrl.ts';
import { limits } from './limits.ts';
import { modelSchema } from './model.ts';
import { z } from './zod.ts';

const sideSchema = z.int().check(z.gte(1));

/** One polygon: the size of its frame, and its vertices as `x1,y1,x2,y2,…` in pixels of that frame. */
export const areaSchema = z.strictObject({
  width: sideSchema,
  height: sideSchema,
  points: z.array(z.int()).check(
    z.minLength(6, 'An area needs at least 3 vertices.'),
    z.refine((points) => points.length % 2 === 0, 'Points must come in x,y pairs.'),
  ),
});
export type Area = z.infer<typeof areaSchema>;

const fetchableUrlSchema = z
  .url({ protocol: /^https?$/, error: 'Expected an http or https URL.' })
  .check(z.maxLength(limits.imageUrlLengthMax));

const maskSchema = z.union([
  z.strictObject({ areas: z.array(areaSchema) }),
  z.strictObject({ url: fetchableUrlSchema }),
]);
export type Mask = z.infer<typeof maskSchema>;

/** How fast the service works on a request; `turbo` is faster and costs more. */
export const speedSchema = z.enum(['fast', 'turbo']);
export type Speed = z.infer<typeof speedSchema>;

const canvasSideSchema = z.int().check(z.gte(limits.canvasSideMin), z.lte(limits.canvasSideMax));

/** The body of `POST /v1/images/generations` for the upload-paint models. Unknown fields are refused. */
export const generationRequestSchema = z.strictObject({
  model: modelSchema,
  prompt: z.string().check(z.minLength(1), z.maxLength(limits.promptLengthMax)),
  image_urls: z.array(fetchableUrlSchema).check(z.length(1)),
  model_params: z.strictObject({
    mask: maskSchema,
    canvas: z.strictObject({ width: canvasSideSchema, height: canvasSideSchema }),
    img_pos: z.strictObject({ width: sideSchema, height: sideSchema, x: z.int(), y: z.int() }),
    speed: z._default(speedSchema, 'fast'),
  }),
  callback_url: z.optional(callbackUrlSchema),
});
export type GenerationRequest = z.infer<typeof generationRequestSchema>;

/** Areas, or the address of a mask image. */
export function requestMask(request: GenerationRequest): Mask {
  return request.model_params.mask;
}
