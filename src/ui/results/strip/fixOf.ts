import type { Failure } from '../../../store/generations/machine/failures.ts';
import type { PageField } from '../../pageFields.ts';

export type FixPlace = 'prompt' | 'layout' | 'photograph' | 'maskFormat' | 'model';

type Fix = { readonly field: PageField; readonly place: FixPlace };

/** Where the person can put right what the service objected to, by its failure code. */
const fixes: Readonly<Record<string, Fix>> = {
  content_policy_violation: { field: 'prompt', place: 'prompt' },
  invalid_parameters: { field: 'placement', place: 'layout' },
  image_processing_error: { field: 'image', place: 'photograph' },
  image_dimension_mismatch: { field: 'request', place: 'maskFormat' },
  invalid_request: { field: 'prompt', place: 'prompt' },
  model_access_denied: { field: 'request', place: 'model' },
};

/** Undefined where nothing in the page would help. */
export function fixOf({ code }: Failure): Fix | undefined {
  return Object.hasOwn(fixes, code) ? fixes[code] : undefined;
}
