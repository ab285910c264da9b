import type { Document } from '../../src/model/document/document.ts';
import { canvasToScreen, screenToCanvas } from '../../src/model/document/spaces.ts';
import { addPoints, type Point } from '../../src/model/geometry/point.ts';
import type { PixelQuestion } from '../../src/model/pixels/pixelQuestion.ts';
import type { Draft } from '../../src/tools/draft.ts';
import { emptySelection, type Selection } from '../../src/tools/selection.ts';
import { type Modifiers, noModifiers, type Tool, type ToolEvent } from '../../src/tools/tool.ts';
import { defaultToolOptions, type ToolOptions } from '../../src/tools/toolOptions.ts';
import { sentence } from '../../src/ui/texts/sentence.ts';
import * as texts from '../../src/ui/texts/texts.ts';

type HeldModifiers = Partial<Modifiers>;

/**
 * A tool with a pointer and a keyboard, and what came of their events. Points are in the committed document's canvas px; in a
 * drag, as the view was when the drag began, so that a view that moves along changes nothing about where the pointer goes.
 */
export type ToolDriver<Session> = {
  readonly document: Document;
  readonly selection: Selection;
  readonly options: ToolOptions;
  readonly session: Session;
  /** Every document committed so far, oldest first. */
  readonly commits: readonly Document[];
  /** The screen px at which the committed document's canvas origin is shown. */
  readonly origin: Point;
  readonly draft: Draft;
  readonly hint: string;
  readonly cursor: string;
  /** What the tool asked last about the photograph's pixels. */
  readonly question: PixelQuestion | undefined;
  send(event: ToolEvent): void;
  /** As from beside the tool: in the options bar, or in the inspector. */
  changeOptions(changed: Partial<ToolOptions>): void;
  replaceDocument(document: Document): void;
  press(at: Point, held?: HeldModifiers, clicks?: number): void;
  moveTo(at: Point, held?: HeldModifiers): void;
  release(at: Point, held?: HeldModifiers): void;
  click(at: Point, held?: HeldModifiers): void;
  doubleClick(at: Point, held?: HeldModifiers): void;
  drag(from: Point, to: Point, held?: HeldModifiers): void;
  /** A drag that is not released yet. */
  startDrag(from: Point, to: Point, held?: HeldModifiers): void;
  pressKey(key: string, held?: HeldModifiers): void;
  pressEscape(): void;
  pressEnter(): void;
  pressDelete(): void;
};

type Start = {
  readonly selection?: Selection;
  readonly zoom?: number;
  readonly options?: Partial<ToolOptions>;
};

function modifiers(held: HeldModifiers = {}): Modifiers {
  return { ...noModifiers, ...held };
}

/** Drives a tool as the store does: feeds it events, takes over its commits and selections, pans the view. */
export function driveTool<Session extends { readonly phase: string }>(
  tool: Tool<Session>,
  document: Document,
  { selection = emptySelection, zoom = 1, options = {} }: Start = {},
): ToolDriver<Session> {
  const zero = { x: 0, y: 0 };
  const now = {
    document,
    selection,
    options: { ...defaultToolOptions, ...options },
    session: tool.idle,
    origin: zero,
    dragOrigin: zero,
    screen: zero,
    held: noModifiers,
  };
  let question: PixelQuestion | undefined;
  const commits: Document[] = [];

  const positionAt = (screen: Point, held?: HeldModifiers) => ({
    point: screenToCanvas(screen, { zoom, origin: now.origin }),
    screen,
    modifiers: modifiers(held),
    unitsPerPixel: 1 / zoom,
    pressure: 0.5,
    isSecondary: false,
    isTouch: false,
  });
  const position = (at: Point, held?: HeldModifiers) =>
    positionAt(canvasToScreen(at, { zoom, origin: now.dragOrigin }), held);
  const send = (event: ToolEvent) => {
    const result = tool.handle(now.session, event, now);
    now.session = result.session;
    if (result.commit !== undefined) {
      now.document = result.commit;
      commits.push(result.commit);
    }
    if (result.selection !== undefined) now.selection = result.selection;
    if (result.options !== undefined) now.options = { ...now.options, ...result.options };
    question = result.question ?? question;
    if (result.pan !== undefined) now.origin = addPoints(now.origin, result.pan);
    if (result.origin !== undefined) now.origin = canvasToScreen(result.origin, { zoom, origin: now.origin });
    if ('screen' in event) {
      now.screen = event.screen;
      now.held = event.modifiers;
    }
    if (event.type === 'up' || event.type === 'cancel') now.dragOrigin = now.origin;
  };
  const press = (at: Point, held?: HeldModifiers, clicks = 1) =>
    send({ type: 'down', clicks, ...position(at, held) });
  const moveTo = (at: Point, held?: HeldModifiers) => {
    const to = position(at, held);
    send({ type: 'move', trail: [to.point], ...to });
  };
  const release = (at: Point, held?: HeldModifiers) => send({ type: 'up', ...position(at, held) });
  const click = (at: Point, held?: HeldModifiers, clicks = 1) => {
    moveTo(at, held);
    press(at, held, clicks);
    release(at, held);
  };
  const startDrag = (from: Point, to: Point, held?: HeldModifiers) => {
    moveTo(from, held);
    press(from, held);
    moveTo({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, held);
    moveTo(to, held);
  };

  return {
    get document() {
      return now.document;
    },
    get selection() {
      return now.selection;
    },
    get options() {
      return now.options;
    },
    get session() {
      return now.session;
    },
    get commits() {
      return commits;
    },
    get origin() {
      return now.origin;
    },
    get draft() {
      return tool.draft(now.session, now, {
        pointer: positionAt(now.screen, now.held),
        unitsPerPixel: 1 / zoom,
      });
    },
    get hint() {
      const hint = tool.hint(now.session, now);
      return sentence(texts.hints, hint.code, hint);
    },
    get cursor() {
      return tool.cursor(now.session, positionAt(now.screen, now.held), now);
    },
    get question() {
      return question;
    },
    send,
    changeOptions(changed) {
      now.options = { ...now.options, ...changed };
    },
    replaceDocument(replacement) {
      now.document = replacement;
    },
    press,
    moveTo,
    release,
    click,
    startDrag,
    doubleClick(at, held) {
      click(at, held, 1);
      click(at, held, 2);
    },
    drag(from, to, held) {
      startDrag(from, to, held);
      release(to, held);
    },
    pressKey: (key, held) => send({ type: 'key', key, modifiers: modifiers(held) }),
    pressEscape: () => send({ type: 'cancel' }),
    pressEnter: () => send({ type: 'confirm' }),
    pressDelete: () => send({ type: 'delete' }),
  };
}
