import type { Document } from '../model/document/document.ts';
import type { Point } from '../model/geometry/point.ts';
import type { Rings } from '../model/geometry/rings/ring.ts';
import type { PixelQuestion } from '../model/pixels/pixelQuestion.ts';
import type { Draft } from './draft.ts';
import type { Hint } from './hint.ts';
import type { DocumentWithSelection, Selection } from './selection.ts';
import type { OptionGroup, ToolOptions } from './toolOptions.ts';

export type Modifiers = {
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean;
  /** Space pressed in the gesture; held before a press it pans instead, and the tool gets no event. */
  readonly space: boolean;
};

export const noModifiers: Modifiers = { shift: false, alt: false, ctrl: false, space: false };

export type PointerPosition = {
  /** Canvas px of the committed document, not rounded. */
  readonly point: Point;
  /** CSS px in the stage's element. */
  readonly screen: Point;
};

/** Everything that a tool handles. `clicks` counts the presses in quick succession: 2 for a double-click. */
export type ToolEvent =
  | ({ readonly type: 'down'; readonly clicks: number } & PointerPosition & ToolInput)
  /** `trail`: where the pointer was since the last event, in canvas px, oldest first; it ends in `point`. */
  | ({ readonly type: 'move'; readonly trail: readonly Point[] } & PointerPosition & ToolInput)
  | ({ readonly type: 'up' } & PointerPosition & ToolInput)
  | { readonly type: 'cancel' | 'confirm' | 'delete' }
  /** A key that no command claims, arrows among them, named as `KeyboardEvent.key` names it. */
  | { readonly type: 'key'; readonly key: string; readonly modifiers: Modifiers }
  /** The wheel with Alt held: a step forwards or back, or still less than one. What no tool sets by it zooms the view. */
  | { readonly type: 'wheel'; readonly step: -1 | 0 | 1 }
  /** To a question of the tool's own: the similar pixels' outline in image px and normal form, or undefined where it failed. */
  | { readonly type: 'answer'; readonly question: PixelQuestion; readonly rings: Rings | undefined }
  /** The options have changed: `isFinal` at the end of a slider's drag, say, and not during it. */
  | { readonly type: 'options'; readonly isFinal: boolean };

export type ToolInput = {
  readonly modifiers: Modifiers;
  /** Canvas px per CSS px, so that a grab radius feels the same at any zoom. */
  readonly unitsPerPixel: number;
  /** 0 to 1; 0.5 for devices that feel none. */
  readonly pressure: number;
  /** Whether it is the right button, or a pen's eraser. */
  readonly isSecondary: boolean;
  /** Whether it is a finger, which covers what it points at. */
  readonly isTouch: boolean;
};

export type ToolContext = DocumentWithSelection & { readonly options: ToolOptions };

/** Only the fields that change are present. At most one `commit` comes of a gesture, and it is one undo step. */
export type ToolResult<Session> = {
  readonly session: Session;
  readonly commit?: Document;
  readonly selection?: Selection;
  /**
   * Where the commit's top-left corner lies in the document before it, in canvas px; see `Draft.origin`. The view moves
   * by `origin · zoom` with the commit, so that nothing jumps on screen.
   */
  readonly origin?: Point;
  /** Moves the view, in CSS px. */
  readonly pan?: Point;
  /** Options that the gesture sets, such as the brush's size. */
  readonly options?: Partial<ToolOptions>;
  readonly question?: PixelQuestion;
};

/**
 * A tool is a state machine over its own session, which starts and ends in `idle`. While a gesture lasts only the
 * session changes; finishing commits one new document, cancelling commits nothing. `cancel` on a session whose phase
 * is already idle may clear the selection.
 */
export type Tool<Session extends { readonly phase: string } = { readonly phase: string }> = {
  /** The key that picks the tool: one lower-case letter. */
  readonly key: string;
  readonly idle: Session;
  /** What of the options is shown beside the toolbar; in this order. */
  readonly optionGroups: readonly OptionGroup[];
  /** Whether the right button works like the left one, as an eraser say, or brings up the menu. */
  readonly secondaryButton: 'tool' | 'menu';
  /** Set where it moves the view and nothing else, so that what is tried out on the stage stays as it is. */
  readonly isViewTool?: true;
  /** Set where a gesture is freehand: it may leave the window and come back, and the view does not go along. */
  readonly isFreehand?: true;
  handle(session: Session, event: ToolEvent, context: ToolContext): ToolResult<Session>;
  /**
   * Whether handling the event may take longer than a frame: then a worker does it, while the session and its draft stay as
   * they are and later events wait. Sessions are plain data, so that the worker can be given one; documents in it are the same
   * objects there as the context's where they are here, and so is a question as the event's. Absent: never.
   */
  isHeavy?(session: Session, event: ToolEvent, context: ToolContext): boolean;
  /** Whether Enter ends a drawing that stays open between presses; a button says so meanwhile. Absent: never. */
  isClosable?(session: Session): boolean;
  /** A CSS cursor for the pointer at rest or in the gesture. */
  cursor(session: Session, pointer: (PointerPosition & ToolInput) | null, context: ToolContext): string;
  /** What can be done now. */
  hint(session: Session, context: ToolContext): Hint;
  /** What to show of the unfinished gesture, and the tool's handles. Called for every frame: cheap. */
  draft(session: Session, context: ToolContext, view: DraftView): Draft;
};

/** What a draft needs of the view: the pointer at rest for hover marks, and the scale for sizes in CSS px. */
export type DraftView = {
  readonly pointer: (PointerPosition & Pick<ToolInput, 'modifiers'>) | null;
  readonly unitsPerPixel: number;
};
