/**
 * `winset solve`: reads a scenario, solves it, and prints the report or the JSON document.
 */
import type { DraftsAt } from '../own-date.ts';
import { standpoints } from '../own-date.ts';
import { compileDraft } from '../../compile/compile.ts';
import { BYTES_PER_STATE } from '../../engine/zone/count.ts';
import type { Case } from '../../report/case.ts';
import { solveDocument } from '../../report/json.ts';
import { cut, oneLine } from '../../report/text/width.ts';
import type { Focus } from '../../report/view/focus.ts';
import { namesIn, numbersOf } from '../../cli/choose.ts';
import { commandLine } from '../../cli/command-line.ts';
import { runLong } from '../../cli/long-run.ts';
import { openCase } from '../../cli/open-case.ts';
import { coalitionOf } from '../../cli/signers.ts';
import { reportWidth, prepareInk } from '../../cli/terminal.ts';
import { jsonText } from '../../report/json-text.ts';

/** As parsed from the command line. */
export interface SolveFlags {
  readonly stage?: string | undefined;
  readonly coalition?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly draft?: readonly string[] | undefined;
  readonly party?: readonly string[] | undefined;
  /** Whose positions drafts are held against. */
  readonly draftsAt: DraftsAt;
  readonly ties: number;
  /** Search nodes for one question. */
  readonly nodes?: number | undefined;
  /** Bytes for counts. */
  readonly memory: number;
  readonly seed: string;
  readonly width?: number | undefined;
  readonly all?: true | undefined;
  readonly json?: true | undefined;
}

/** Prints the answer on standard output and warnings on standard error. @throws InputError */
export async function runSolve(argument: string, flags: SolveFlags): Promise<void> {
  const of = await openCase(argument, flags, flags.seed);
  const { scenario, compiled } = of;
  const focus: Focus = {
    parties: numbersOf('party', scenario.parties, namesIn(flags.party)),
    drafts: numbersOf('draft', scenario.drafts, namesIn(flags.draft)),
    all: flags.all === true,
    command: commandLine(argument, flags),
  };
  const draftsAt = standpoints(of, flags.draftsAt);
  const coalition = coalitionOf(scenario, compiled.problem, flags.coalition);
  const answer = await runLong<'solve'>(
    {
      kind: 'solve',
      problem: compiled.problem,
      options: {
        drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
        draftProblems: draftsAt.map((at) => at?.compiled.problem ?? null),
        coalition,
        ties: flags.ties,
        ...(flags.nodes === undefined ? {} : { nodes: flags.nodes }),
        states: Math.floor(flags.memory / BYTES_PER_STATE),
        seed: flags.seed,
      },
    },
    {
      kind: 'solve',
      title: `Solving ${cut(oneLine(scenario.title), 40)}`,
      describe: (part) => part,
      stoppable: false,
    },
  );
  await print({ ...of, answer, draftsAt }, focus, flags);
}

async function print(of: Case, focus: Focus, flags: SolveFlags): Promise<void> {
  if (flags.json) {
    process.stdout.write(jsonText(solveDocument(of)));
    return;
  }
  prepareInk();
  const [{ reportView }, { textReport }] = await Promise.all([import('./view.ts'), import('./text.tsx')]);
  process.stdout.write(textReport(reportView(of, focus), reportWidth(flags.width)));
}
