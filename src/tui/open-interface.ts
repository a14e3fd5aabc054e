/** Opens the full-screen interface on a scenario and ends when the person leaves. */
import { availableParallelism } from 'node:os';
import type { Crew } from '../questions/crew.ts';
import { openPool } from '../jobs/pool.ts';
import type { Pool } from '../jobs/pool.ts';
import type { History } from '../scenario/edit/history.ts';
import type { App } from './app.ts';
import type { Entered } from './enter.ts';
import { startApp } from './app.ts';
import type { Glyphs } from './draw/glyphs.ts';
import { crewOf } from '../questions/pool-crew.ts';
import type { OpenBeside } from './live/ask.ts';
import { startLive } from './live/live.ts';
import type { Beside } from './model/context.ts';
import type { Model } from './model/model.ts';
import { startModel, subjects } from './model/model.ts';
import { mountScreens } from './screens/table.ts';
import type { ExportRequest } from './model/request.ts';
import { fulfil } from './outside/fulfil.ts';
import { say } from './model/turn.ts';
import { loadSaving } from './saving.ts';
import { startKeeper } from './outside/keeper.ts';
import type { Source } from './outside/source.ts';
import type { Key } from './terminal/keys.ts';
import type { MountedFrames } from './terminal/mount.tsx';

/** What is made ready while the scenario is read. */
export interface InterfaceParts {
  readonly frames: MountedFrames;
  /** One thread for what is answered at each keypress; closed at the end. */
  readonly quick: Pool;
}

export interface InterfaceOptions extends InterfaceParts {
  readonly source: Source;
  /** The scenario as read, with the changes that the command line asks for. */
  readonly history: History;
  readonly beside: readonly Beside[];
  /** Reads what the scenario is compared with. */
  readonly open: OpenBeside;
  readonly glyphs: Glyphs;
  /** The report of a screen as a file holds it. */
  readonly report: (request: ExportRequest, crew: Crew) => Promise<string>;
}

/** Milliseconds of rest before long computations begin. */
const PAUSE = 250;

/**
 * Runs in a terminal that was entered; whoever did gives it back.
 * @throws whatever ends the interface without having been asked to
 */
export async function openInterface({ terminal, attach }: Entered, options: InterfaceOptions): Promise<void> {
  const { source, history, beside, glyphs, frames, quick } = options;
  const subjectOf = subjects();
  const keeper = await startKeeper(source);
  let app: App | null = null;
  const [left, leave] = event();
  // The first answer comes sooner when nothing is loaded beside it.
  const [needed, need] = event();
  const thorough = openPool(availableParallelism());
  const onChange = (): void => {
    app?.refresh();
    if (live.findings().glance.last !== null) need();
  };
  const live = startLive({ quick, thorough, open: options.open, pause: PAUSE, onChange });
  const outside = {
    source,
    signal: (sequence: string) => void process.stdout.write(sequence),
    report: (request: ExportRequest) => options.report(request, crewOf(thorough)),
    saved: keeper.clear,
    recover: (take: boolean, model: Model) => keeper.recover(take, model, subjectOf),
    quit: leave,
  };
  const { columns, rows } = terminal.size();
  app = startApp({
    model: keeper.offer(warned(startModel(history, subjectOf, mountScreens(), beside), source.warnings)),
    subjectOf,
    glyphs,
    size: { width: columns, height: rows },
    live,
    draw: frames.draw,
    fulfil: (request, model, update) => fulfil(outside, request, model, update),
    onModel: keeper.keepSoon,
  });
  const { key, resize, model } = app;
  const keys = heldKeys(key, need);
  const early = attach({
    key: keys.press,
    resize: ({ columns: width, rows: height }) => resize({ width, height }),
    beforeDeath: () => keeper.keepNow(model()),
  });
  if (early.length === 0) await needed;
  await loadSaving();
  // A question at the start is not answered by what was typed before it was seen.
  if (model().layer === null) early.forEach(key);
  keys.letThrough();
  await left;
  app.close();
  frames.unmount();
  await live.close();
  keeper.clear();
}

/** The first warning in the status line; an export has them all. */
function warned(model: Model, [first]: readonly string[]): Model {
  return first === undefined ? model : say(model, first, 'warn');
}

/** Something that happens once: waited for, and made to happen. */
function event(): readonly [happened: Promise<void>, happen: () => void] {
  let happen = (): void => {};
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return [happened, happen];
}

/** Keys that wait, in the order they were pressed in, until they are let through. */
function heldKeys(take: (key: Key) => void, onWait: () => void) {
  let held: Key[] | null = [];
  return {
    press: (key: Key): void => {
      if (held === null) return take(key);
      held.push(key);
      onWait();
    },
    letThrough: (): void => {
      const waiting = held ?? [];
      held = null;
      waiting.forEach(take);
    },
  };
}
