/** `winset import`: a file or folder of another program made into a scenario, with a report of what became of it. */
import { join, relative } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { noteText } from '../formats/foreign.ts';
import { readForeign } from '../formats/read-foreign.ts';
import { FORMATS } from '../formats/table.ts';
import { compileProblem } from '../compile/compile.ts';
import { spaceSize } from '../engine/problem.ts';
import { formatFinding } from '../scenario/finding.ts';
import { scenarioTexts } from '../scenario/save/scenario-texts.ts';
import { combinations, counted } from '../report/text/number.ts';
import { oneLine } from '../report/text/width.ts';
import { InputError } from '../questions/input-error.ts';
import { writeMessage, writeWhole } from '../tui/outside/write-file.ts';
import { remark } from './terminal.ts';

export interface ImportFlags {
  readonly out?: string | undefined;
}

/** Writes the scenario's folder, or one file to standard output and the report to standard error. @throws InputError */
export async function runImport(paths: readonly string[], { out }: ImportFlags): Promise<void> {
  if (out !== undefined) refuseFilled(out);
  const read = await readForeign(paths);
  if (read === null) throw new InputError([notRecognised(paths)]);
  if (!read.ok) throw new InputError(read.findings.map(formatFinding));
  const { scenario, files, warnings } = read.loaded;
  const report = [
    `${oneLine(scenario.title)}: read as ${read.format.name}: ${[
      counted(scenario.parties.length, 'party', 'parties'),
      counted(scenario.issues.length, 'issue'),
      combinations(spaceSize(compileProblem(scenario).problem)),
    ].join(', ')}`,
    ...read.notes.map((note) => `  ${noteText(note)}`),
    ...warnings.map(({ path, message }) => `  warning: ${path}: ${message}`),
  ];
  if (out === undefined) {
    for (const line of report) remark(line);
    const [file] = scenarioTexts(scenario, 'inline');
    process.stdout.write(file?.text ?? '');
    return;
  }
  try {
    writeWhole(files.map(({ path, text }) => ({ path: join(out, path), text })));
  } catch (error) {
    throw new InputError([`error: ${writeMessage(out, error)}`]);
  }
  const written = files.map(({ path }) => relative('.', join(out, path)));
  process.stdout.write(`${[...report, `written: ${written.join(', ')}`, `next: winset solve ${out}`].join('\n')}\n`);
}

/** Nothing that is there is written over, and nothing comes to lie beside it. */
function refuseFilled(out: string): void {
  const isFilled = (): boolean => {
    try {
      return readdirSync(out).length > 0;
    } catch {
      return true; // a file
    }
  };
  if (existsSync(out) && isFilled()) {
    throw new InputError([`error: ${out} exists and is not empty; name a new folder for the scenario`]);
  }
}

function notRecognised(paths: readonly string[]): string {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return `error: ${missing} does not exist; check the name and the folder`;
  const names = FORMATS.flatMap(({ read, name }) => (read === undefined ? [] : [name])).join(', ');
  return `error: ${paths.join(', ')}: no format of another program was recognised; known are ${names}. A scenario of winset needs no import`;
}
