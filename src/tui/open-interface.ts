/** Opens the full-screen interface on a scenario and ends when the person leaves. */
import { availableParallelism } from 'node:os';
import type { Crew } from '../questions/crew.ts';
import { openPool } from '../jobs/pool.ts';
import type { History } from '../scenario/edit/history.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import type { Glyphs } from './draw/glyphs.ts';
import { crewOf } from './live/crew.ts';
import { startLive } from './live/live.ts';
import type { Model } from './model/model.ts';
import { startModel, subjects } from './model/model.ts';
import { mountScreens } from './screens/table.ts';
import type { ExportRequest } from './model/request.ts';
import { fulfil } from './outside/fulfil.ts';
import { holdErrors } from './outside/hold-errors.ts';
import { say } from './model/turn.ts';
import { startKeeper } from './outside/keeper.ts';
import type { Source } from './outside/source.ts';
import type { Key } from './terminal/keys.ts';
import { enterTerminal } from './terminal/lifecycle.ts';
import { mountFrames } from './terminal/mount.tsx';
import type { Subject } from './live/question.ts';

export interface InterfaceOptions {
  readonly source: Source;
  /** The scenario as read, with the changes that the command line asks for. */
  readonly history: History;
  readonly glyphs: Glyphs;
  /** The report of a screen as a file holds it. */
  readonly report: (request: ExportRequest, subject: Subject, crew: Crew) => Promise<string>;
}

/** Milliseconds of rest before long computations begin. */
const PAUSE = 250;

/** @throws whatever ends the interface without having been asked to, after the terminal was given back */
export async function openInterface(options: InterfaceOptions): Promise<void> {
  const { source, history, glyphs } = options;
  const subjectOf = subjects();
  const keeper = startKeeper(source);
  let app: App | null = null;
  /** Keys pressed before there was anything to press them on. */
  const early: Key[] = [];
  let leave = (): void => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const release = holdErrors();
  const terminal = enterTerminal({
    stdin: process.stdin,
    stdout: process.stdout,
    onKey: (key) => (app === null ? early.push(key) : app.key(key)),
    onResize: ({ columns, rows }) => app?.resize({ width: columns, height: rows }),
    onLeave: release,
    beforeDeath: () => (app === null ? undefined : keeper.keepNow(app.model())),
  });
  try {
    const frames = await mountFrames(terminal);
    const [quick, thorough] = [openPool(1), openPool(availableParallelism())];
    const live = startLive({ quick, thorough, pause: PAUSE, onChange: () => app?.refresh() });
    const outside = {
      source,
      signal: (sequence: string) => void process.stdout.write(sequence),
      report: (request: ExportRequest, subject: Subject) => options.report(request, subject, crewOf(thorough)),
      saved: keeper.clear,
      recover: (take: boolean, model: Model) => keeper.recover(take, model, subjectOf),
      quit: leave,
    };
    const { columns, rows } = terminal.size();
    app = startApp({
      model: keeper.offer(warned(startModel(history, subjectOf, mountScreens()), source.warnings)),
      subjectOf,
      glyphs,
      size: { width: columns, height: rows },
      live,
      draw: frames.draw,
      fulfil: (request, model, update) => fulfil(outside, request, model, update),
      onModel: keeper.keepSoon,
    });
    // A question at the start is not answered by what was typed before it was seen.
    if (app.model().layer === null) for (const key of early) app.key(key);
    await left;
    app.close();
    frames.unmount();
    await live.close();
    keeper.clear();
  } finally {
    terminal.leave();
  }
}

/** The first warning in the status line; an export has them all. */
function warned(model: Model, [first]: readonly string[]): Model {
  return first === undefined ? model : say(model, first, 'warn');
}
