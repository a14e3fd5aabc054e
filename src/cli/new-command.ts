/**
 * `winset new`: a scenario of one's own, asked for question by question, or begun from a template or a table. Nothing
 * that exists is written over but what this command has written itself.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { idsOf } from '../formats/ids.ts';
import { madeTexts } from '../making/texts.ts';
import { withNoLeast } from '../making/scored.ts';
import { isUnfinished } from '../making/sketch.ts';
import type { Template } from '../making/template-names.ts';
import { InputError } from '../questions/input-error.ts';
import { formatFinding } from '../scenario/finding.ts';
import type { SourceFile } from '../scenario/read/load-result.ts';
import { loadScenario } from '../scenario/read/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { hasUnvalued } from '../scenario/unvalued.ts';
import { ASCII, UNICODE } from '../tui/draw/glyphs.ts';
import { writeMessage, writeWhole } from '../tui/outside/write-file.ts';
import { prepareColors } from './terminal.ts';

export interface NewFlags {
  readonly template?: Template | undefined;
  readonly from?: string | undefined;
  readonly ascii?: true | undefined;
}

/** @throws InputError */
export async function runNew(folder: string | undefined, { template, from, ascii }: NewFlags): Promise<void> {
  if (template !== undefined) return fromTemplate(folder ?? template, template);
  if (from !== undefined) return fromTable(folder, from, ascii === true);
  if (!isTerminal()) {
    throw new InputError([
      'error: the questions of `winset new` need a terminal, and this is a pipe',
      'Without one: winset new my-talks --template two-party (or multi-party, treaty) writes files to fill in with an editor,',
      'and winset new my-talks --from scores.csv begins with a table.',
    ]);
  }
  const begun = folder === undefined ? null : begunIn(folder);
  const home = new Home(folder, begun);
  await ask(home, folder ?? 'nothing', { scenario: begun?.scenario ?? null, isTable: false, ascii: ascii === true });
  process.stdout.write(`${home.farewell()}\n`);
}

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

interface Asked {
  readonly scenario: Scenario | null;
  readonly isTable: boolean;
  readonly ascii: boolean;
}

/** The questions, each answer written down at once. */
async function ask(home: Home, title: string, { scenario: begun, isTable, ascii }: Asked): Promise<void> {
  prepareColors();
  const [{ enter }, { runWizard }, { startWizard }] = await Promise.all([
    import('../tui/enter.ts'),
    import('../tui/wizard/run.ts'),
    import('../tui/wizard/state.ts'),
  ]);
  const entered = enter(title);
  try {
    await runWizard(entered, {
      start: startWizard(begun, { isTable }),
      glyphs: ascii ? ASCII : UNICODE,
      keep: ({ scenario }) => (scenario === null ? null : home.write(scenario)),
    });
  } finally {
    entered.terminal.leave();
  }
}

interface Begun {
  readonly scenario: Scenario;
  readonly files: readonly SourceFile[];
}

/** A scenario to go on with; null where the folder is new or empty. */
function begunIn(folder: string): Begun | null {
  if (isFree(folder)) return null;
  if (!existsSync(join(folder, 'scenario.yaml'))) {
    throw new InputError([`error: ${folder} exists and holds something else; name a new folder`]);
  }
  const loaded = loadScenario(folder);
  if (!loaded.ok) throw new InputError(loaded.findings.map(formatFinding));
  const { scenario, files } = loaded;
  if (loaded.under !== null || scenario.stages.length > 0) {
    throw new InputError([
      `error: ${folder} has changes over time, which no questions are asked about; open it in an editor`,
    ]);
  }
  if (!isUnfinished(scenario.parties) && !isUnfinished(scenario.issues) && !hasUnvalued(scenario)) {
    throw new InputError([
      `error: ${folder} has a scenario in which everything is said; nothing was changed`,
      `To change it: winset open ${folder}. To ask one party again: winset elicit ${folder} --party ${scenario.parties[0]?.id ?? ''}`,
    ]);
  }
  return { scenario, files };
}

function isFree(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    return readdirSync(folder).length === 0;
  } catch {
    throw new InputError([`error: ${folder} is a file; name a new folder`]);
  }
}

/** Where the scenario is written, and what stands there from this command. */
class Home {
  #folder: string | undefined;
  #written: readonly string[];
  /** Comments of somebody's own would be lost: the files as they were are kept beside the new ones. */
  #kept: readonly SourceFile[];
  #scenario: Scenario | null;

  constructor(folder: string | undefined, begun: Begun | null) {
    this.#folder = folder;
    this.#scenario = begun?.scenario ?? null;
    this.#written = begun?.files.map(({ path }) => path) ?? [];
    const own = begun === null ? [] : madeTexts(begun.scenario);
    this.#kept = (begun?.files ?? []).filter(
      ({ path, text }) => !own.some((file) => file.path === path && file.text === text),
    );
  }

  /** Why it could not be written, or null. */
  write(scenario: Scenario): string | null {
    const folder = (this.#folder ??= freeFolder(scenario.title));
    const files = madeTexts(scenario);
    try {
      const kept = this.#kept.map(({ path, text }) => ({ path: join(folder, `${path}.before`), text }));
      writeWhole([...kept, ...files.map(({ path, text }) => ({ path: join(folder, path), text }))]);
      for (const path of this.#written) {
        if (!files.some((file) => file.path === path)) rmSync(join(folder, path), { force: true });
      }
    } catch (error) {
      return writeMessage(folder, error);
    }
    this.#written = files.map(({ path }) => path);
    this.#kept = [];
    this.#scenario = scenario;
    return null;
  }

  farewell(): string {
    const folder = this.#folder;
    if (folder === undefined || this.#scenario === null) return 'Nothing was written.';
    const isOpen =
      isUnfinished(this.#scenario.parties) || isUnfinished(this.#scenario.issues) || hasUnvalued(this.#scenario);
    return [
      `written: ${this.#written.map((path) => relative('.', join(folder, path))).join(', ')}`,
      ...(isOpen ? [`go on:   winset new ${folder}`] : []),
      `answer:  winset solve ${folder}`,
      `change:  winset open ${folder}`,
    ].join('\n');
  }
}

/** Of the title, with a number behind it where that exists. */
function freeFolder(title: string): string {
  const [name = 'talks'] = idsOf([{ name: title }], 'issue');
  let folder = name;
  for (let n = 2; existsSync(folder); n++) folder = `${name}-${n}`;
  return folder;
}

async function fromTemplate(folder: string, template: Template): Promise<void> {
  refuseFilled(folder);
  const { templateScenario } = await import('../making/templates.ts');
  writeNew(folder, madeTexts(templateScenario(template)), [
    'every number is unknown: fill them in with an editor, or answer questions with winset new in a terminal',
  ]);
}

/**
 * A table of points, or a sheet for each party, as `winset import` reads it. What it leaves open is asked for in a
 * terminal; without one it stays unknown.
 */
async function fromTable(folder: string | undefined, path: string, ascii: boolean): Promise<void> {
  if (!existsSync(path)) throw new InputError([`error: ${path} does not exist; check the name and the folder`]);
  const { readForeign } = await import('../formats/read-foreign.ts');
  const { noteText } = await import('../formats/foreign.ts');
  const read = await readForeign([path]);
  if (read === null) {
    throw new InputError([
      `error: ${path} is no table of points; it needs the columns issue and option, and one for each party (docs/formats.md)`,
    ]);
  }
  if (!read.ok) throw new InputError(read.findings.map(formatFinding));
  const isOpen = read.notes.some(({ about }) => about === 'least');
  const scenario = isOpen ? withoutLeast(read.loaded.scenario) : read.loaded.scenario;
  const notes = [
    `read as ${read.format.name}`,
    ...read.notes.filter(({ about }) => about !== 'least').map(noteText),
    ...(isOpen ? [`${path}: no row \`minimum\`, so what no deal is worth is not yet valued`] : []),
  ];
  const home = folder ?? freeFolder(scenario.title);
  refuseFilled(home);
  if (!isTerminal()) return writeNew(home, madeTexts(scenario), notes);
  const place = new Home(home, null);
  const fault = place.write(scenario);
  if (fault !== null) throw new InputError([`error: ${fault}`]);
  await ask(place, home, { scenario, isTable: true, ascii });
  process.stdout.write(`${[...notes, place.farewell()].join('\n')}\n`);
}

/** What no deal is worth to whoever has a sheet is unknown. */
function withoutLeast(scenario: Scenario): Scenario {
  return scenario.parties.reduce(
    (all, { preferences }, party) => (preferences.form === 'scores' ? withNoLeast(all, party) : all),
    scenario,
  );
}

function refuseFilled(folder: string): void {
  if (!isFree(folder)) throw new InputError([`error: ${folder} exists and is not empty; name a new folder`]);
}

function writeNew(folder: string, files: readonly SourceFile[], notes: readonly string[]): void {
  try {
    writeWhole(files.map(({ path, text }) => ({ path: join(folder, path), text })));
  } catch (error) {
    throw new InputError([`error: ${writeMessage(folder, error)}`]);
  }
  const written = files.map(({ path }) => relative('.', join(folder, path)));
  process.stdout.write(
    `${[`written: ${written.join(', ')}`, ...notes, `next: winset check ${folder}, then winset solve ${folder}`].join('\n')}\n`,
  );
}
