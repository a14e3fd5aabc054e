/**
 * The interface as it runs: keys in, frames out, answers arriving in between, and whatever only the outside can do.
 * Everything that is decided, is decided in `model`; everything that is drawn, in `frame` and `screens`.
 */
import type { Glyphs } from './draw/glyphs.ts';
import type { Line } from './draw/line.ts';
import { frame } from './frame/frame.ts';
import type { Live } from './live/live.ts';
import type { Scene } from './model/global-commands.ts';
import { WaysOut } from './model/as-if.ts';
import type { Model, SubjectOf } from './model/model.ts';
import { contextOf, questionsOf } from './model/model.ts';
import type { OutsideRequest } from './model/request.ts';
import type { Area } from './model/screen.ts';
import { press } from './model/update.ts';
import type { Key } from './terminal/keys.ts';

export interface App {
  readonly key: (key: Key) => void;
  readonly resize: (size: Area) => void;
  /** Something that the frame shows has changed outside. */
  readonly refresh: () => void;
  readonly model: () => Model;
  readonly close: () => void;
}

export interface AppOptions {
  readonly model: Model;
  readonly subjectOf: SubjectOf;
  readonly glyphs: Glyphs;
  readonly size: Area;
  readonly live: Live;
  readonly draw: (lines: readonly Line[]) => void;
  /** Does what was asked and gives the model that follows, now or later. */
  readonly fulfil: (request: OutsideRequest, model: Model, update: (change: (model: Model) => Model) => void) => void;
  /** Told after each change of the model. */
  readonly onModel: (model: Model) => void;
}

/** Answers that arrive together are drawn together, but for the first. */
const FRAME_MS = 16;

export function startApp(options: AppOptions): App {
  const { subjectOf, glyphs, live, draw, fulfil, onModel } = options;
  let { model, size } = options;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  /** The glance that the last frame shows: a newer one is drawn at once, since somebody waits for it. */
  let shown = live.findings().glance.last;

  const ways = new WaysOut();
  const scene = (): Scene => ({ model, context: contextOf(model, live.findings(), glyphs, ways), subjectOf, ways });
  const ask = (): void => {
    const { context } = scene();
    live.want(context.now, questionsOf(model, context));
  };
  const paint = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    shown = live.findings().glance.last;
    if (!closed) draw(frame(scene(), size));
  };
  const soon = (): void => {
    if (timer === null && !closed) timer = setTimeout(paint, FRAME_MS);
  };
  const become = (next: Model): void => {
    const isNew = next !== model;
    model = next;
    ask();
    if (isNew) onModel(model);
    paint();
  };

  ask();
  paint();
  return {
    key: (key) => {
      if (closed) return;
      const { model: next, requests } = press(scene(), key);
      become(next);
      for (const request of requests) {
        if (request.kind === 'stop') live.stop(request.question);
        else fulfil(request, model, (change) => become(change(model)));
      }
    },
    resize: (next) => {
      size = next;
      paint();
    },
    refresh: () => {
      if (closed) return;
      // An answer may make a screen ask for more.
      ask();
      if (shown !== null && live.findings().glance.last === shown) soon();
      else paint();
    },
    model: () => model,
    close: () => {
      closed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
