import { z } from './zod.ts';

/** How fast the service works on a request; `turbo` is faster and costs more. */
export const speedSchema = z.enum(['fast', 'turbo']);
export type Speed = z.infer<typeof speedSchema>;
