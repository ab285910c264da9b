import { z } from './zod.ts';

/** How a mask image says "repaint": by brightness (white on opaque black) or by alpha (white on transparent). */
export type MaskEncoding = 'luminance' | 'alpha';

/** The service's names for the models that this editor knows. */
export const modelSchema = z.enum(['mj-v7-upload-paint', 'mj-v8.1-upload-paint']);
export type Model = z.infer<typeof modelSchema>;

/** What the page calls each model, and how it reads a mask image. */
export const models: Record<Model, { label: string; maskEncoding: MaskEncoding }> = {
  'mj-v7-upload-paint': { label: 'Midjourney V7', maskEncoding: 'luminance' },
  'mj-v8.1-upload-paint': { label: 'Midjourney V8.1', maskEncoding: 'alpha' },
};
