import { z } from './zod.ts';

const listSchema = z.array(z.unknown());

/**
 * Where JSON may hold areas: on their own, in a mask, or in a whole request, whatever else that holds. Parsed to the list;
 * what is in it is left to `areaSchema`.
 */
export const areasHolderSchema = z.union([
  listSchema,
  z.pipe(
    z.object({ areas: listSchema }),
    z.transform(({ areas }) => areas),
  ),
  z.pipe(
    z.object({ model_params: z.object({ mask: z.object({ areas: listSchema }) }) }),
    z.transform(({ model_params }) => model_params.mask.areas),
  ),
]);
