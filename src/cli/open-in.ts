/** Runs the interface on a scenario that was read, in a terminal that was entered. */
import type { History } from '../scenario/edit/history.ts';
import { record, startHistory } from '../scenario/edit/history.ts';
import type { SingleEdit } from '../scenario/edit/edit.ts';
import { formatFinding } from '../scenario/finding.ts';
import { ASCII, UNICODE } from '../tui/draw/glyphs.ts';
import type { Entered } from '../tui/enter.ts';
import { openInterface } from '../tui/open-interface.ts';
import type { InterfaceParts } from '../tui/open-interface.ts';
import type { ReportOptions } from '../tui/outside/report.ts';
import type { Crew } from '../questions/crew.ts';
import { atStage, namesIn, withoutRedLines } from '../questions/choose.ts';
import { editsFor, openedCase } from '../questions/opened.ts';
import { withSettings } from '../questions/set.ts';
import { InputError } from '../questions/input-error.ts';
import type { OpenFlags } from './open-command.ts';
import type { Opened } from './opened.ts';
import { soundly } from './opened.ts';
import { packageVersion } from './package.ts';
import type { Read } from './reader.ts';
import { mainFile } from './scenario-path.ts';

/** @throws InputError */
export async function openIn(
  entered: Entered,
  argument: string,
  { reading, beside }: Read,
  flags: OpenFlags,
  parts: InterfaceParts,
): Promise<void> {
  const opened = soundly(reading);
  const history = startedWith(opened, flags);
  const version = packageVersion();
  const { files, under, foreign } = opened;
  const warnings = opened.warnings.map(formatFinding);
  const open = async (other: string) => {
    const { openScenario } = await import('./open-scenario.ts');
    return openedCase(await openScenario(other), {}, version);
  };
  await openInterface(entered, {
    source: { path: mainFile(argument, opened), files, under, foreign, warnings, argument },
    history,
    beside,
    open,
    glyphs: flags.ascii === true ? ASCII : UNICODE,
    ...parts,
    report: async (request, crew) => {
      const asked = { request, version, argument, warnings };
      if (request.form === 'page') return pageText(asked, foreign, crew);
      const { reportText } = await import('../tui/outside/report.ts');
      return reportText({ ...asked, crew, open });
    },
  });
}

async function pageText(
  asked: Omit<ReportOptions, 'crew' | 'open'>,
  foreign: string | null,
  crew: Crew,
): Promise<string> {
  const { request, argument } = asked;
  const [{ editedCase }, { baseNameOf, briefOn, DRAWS_OF_A_PAGE }] = await Promise.all([
    import('../tui/outside/report.ts'),
    import('./brief.ts'),
  ]);
  const opened = editedCase(asked);
  const { about } = request;
  const { stage } = opened.scenario;
  const edits = (about.asIf?.of ?? about).edits.flatMap((edit) => (edit.kind === 'several' ? edit.edits : [edit]));
  const start: SingleEdit[] = [...(stage === null ? [] : [{ kind: 'stage' as const, stage }]), ...edits];
  const options = {
    baseName: baseNameOf(argument, request.path, foreign),
    command: `winset solve ${argument}`,
    start,
    draws: DRAWS_OF_A_PAGE,
    names: true,
  };
  const { html } = await briefOn(opened, options, { patience: 'screen', crewFor: () => crew });
  return html();
}

/** The stage, numbers and red lines of the command line as first steps, so that they can be undone. */
function startedWith({ scenario }: Opened, { stage, without, set = [] }: OpenFlags): History {
  const { scenario: edited, settings, off } = withSettings(atStage(scenario, stage), scenario, set);
  const { assumptions } = withoutRedLines(edited, [...off, ...namesIn(without)]);
  const edits = editsFor(stage, { settings, assumptions });
  return edits.reduce<History>((history, edit) => {
    const recorded = record(history, edit);
    if (!recorded.ok) throw new InputError([`error: ${recorded.message}`]);
    return recorded.history;
  }, startHistory(scenario));
}
