/**
 * `winset open`: the full-screen interface; where there is no terminal to show it on, the plain report instead.
 */
import { statSync } from 'node:fs';
import { join, dirname, resolve } from 'node:path';
import type { History } from '../scenario/edit/history.ts';
import { record, startHistory } from '../scenario/edit/history.ts';
import type { ScenarioEdit } from '../scenario/edit/edit.ts';
import { formatFinding } from '../scenario/finding.ts';
import { atStage, namesIn, withoutRedLines } from '../questions/choose.ts';
import { withSettings } from '../questions/set.ts';
import { InputError } from '../questions/input-error.ts';
import type { Opened } from './open-scenario.ts';
import { openScenario, scenarioPath } from './open-scenario.ts';
import { packageVersion } from './package.ts';
import { solve } from '../questions/solve/question.ts';
import { runQuestion } from './run-question.ts';
import { prepareInk, remark } from './terminal.ts';

export interface OpenFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly ascii?: true | undefined;
}

/** @throws InputError */
export async function runOpen(argument: string, flags: OpenFlags): Promise<void> {
  if (argument === '-' || !process.stdin.isTTY || !process.stdout.isTTY) {
    await runQuestion(solve, argument, { stage: flags.stage, without: flags.without, set: flags.set });
    remark('The full-screen interface needs a terminal: type `winset open <scenario>` in one, not in a pipe.');
    return;
  }
  const opened = await openScenario(argument);
  const history = startedWith(opened, flags);
  prepareInk();
  const [{ openInterface }, { UNICODE, ASCII }, { reportText }] = await Promise.all([
    import('../tui/open-interface.ts'),
    import('../tui/draw/glyphs.ts'),
    import('../tui/outside/report.ts'),
  ]);
  const version = packageVersion();
  const warnings = opened.warnings.map(formatFinding);
  await openInterface({
    source: { path: filePath(argument, opened), files: opened.files, under: opened.under, warnings, argument },
    history,
    glyphs: flags.ascii === true ? ASCII : UNICODE,
    report: (request, subject, crew) => reportText({ request, subject, crew, version, argument, warnings }),
  });
}

/** The stage, numbers and red lines of the command line as first steps, so that they can be undone. */
function startedWith({ scenario }: Opened, { stage, without, set = [] }: OpenFlags): History {
  const { scenario: edited, settings, off } = withSettings(atStage(scenario, stage), scenario, set);
  const { assumptions } = withoutRedLines(edited, [...off, ...namesIn(without)]);
  const edits: ScenarioEdit[] = [
    ...(stage === undefined ? [] : [{ kind: 'stage' as const, stage }]),
    ...settings.map(({ edit }) => edit),
    ...assumptions.map(({ party, redLine }) => ({
      kind: 'dropRedLine' as const,
      party: party.id,
      redLine: redLine.id,
    })),
  ];
  return edits.reduce((history, edit) => {
    const recorded = record(history, edit);
    if (!recorded.ok) throw new InputError([`error: ${recorded.message}`]);
    return recorded.history;
  }, startHistory(scenario));
}

function filePath(argument: string, { files }: Opened): string {
  const path = resolve(scenarioPath(argument));
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  return join(folder, files[0]?.path ?? '');
}
