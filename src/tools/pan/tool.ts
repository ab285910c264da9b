import { type Point, subtractPoints } from '../../model/geometry/point.ts';
import { noDraft } from '../draft.ts';
import type { Tool } from '../tool.ts';

export type PanSession =
  | { readonly phase: 'idle' }
  /** `last`: where the pointer was, in screen px; canvas px would move along with the view. */
  | { readonly phase: 'panning'; readonly last: Point };

const idle: PanSession = { phase: 'idle' };

export const pan: Tool<PanSession> = {
  key: 'h',
  idle,
  optionGroups: [],
  secondaryButton: 'menu',
  isViewTool: true,

  handle(session, event) {
    switch (event.type) {
      case 'down':
        return { session: { phase: 'panning', last: event.screen } };
      case 'move':
        if (session.phase === 'idle') return { session };
        return {
          session: { phase: 'panning', last: event.screen },
          pan: subtractPoints(event.screen, session.last),
        };
      case 'up':
      case 'cancel':
        return { session: idle };
      default:
        return { session };
    }
  },

  cursor: (session) => (session.phase === 'panning' ? 'grabbing' : 'grab'),
  hint: () => ({ code: 'pan.rest' }),
  draft: () => noDraft,
};
