/** Runs in a page, where undo steps are kept: whoever measures its heap has it keep and forget them. */
import { type Document, emptyDocument } from '../../src/model/document/document.ts';
import { moveRegions } from '../../src/model/document/regions.ts';
import { growRegions } from '../../src/model/mask/operations/reshapeRegions.ts';
import { simplifyRegions } from '../../src/model/mask/operations/simplifyRegions.ts';
import { invertMask } from '../../src/model/mask/operations/wholeMask.ts';
import { type EditorState, initialState } from '../../src/store/editor/editorState.ts';
import { withStep } from '../../src/store/editor/history.ts';
import { gestures, masks, shapes } from './maskGestures.ts';

const [, coast] = shapes[0];
const operations: readonly (readonly [string, (index: number) => Document])[] = [
  ['inverting a coast', () => invertMask(coast)],
  ['simplifying a coast', () => simplifyRegions(coast, ['region-1'], 1)],
  ['moving a coast', (index) => moveRegions(coast, ['region-1'], { x: index + 1, y: 0 })],
  ['growing a coast', (index) => growRegions(coast, ['region-1'], index + 1)],
];

const steps = new Map<string, (index: number) => Document>([
  ...[...masks, ...shapes].flatMap(([where, document]) =>
    gestures.map(
      ([name, draw]) => [`${name} into ${where}`, (index: number) => draw(document, index)()] as const,
    ),
  ),
  ...operations,
]);
let state: EditorState = initialState;

export const names: readonly string[] = [...steps.keys()];

/** Takes so many steps, each to a document that is one step away from the same one, and then to a document of nothing. */
export function keep(name: string, count: number): void {
  const step = steps.get(name);
  for (let index = 0; step && index < count; index++) change(step(index));
  change(emptyDocument);
}

export function forget(): void {
  state = initialState;
}

function change(document: Document): void {
  state = { ...state, document, history: withStep(state.history, state.document) };
}
