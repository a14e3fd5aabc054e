/**
 * `winset explain`: why there is no deal and what would open one, or how firm the zone is; how drafts get into it.
 */
import { compileDraft } from '../../compile/compile.ts';
import type { ExplainProgress } from '../../engine/explain/explain.ts';
import type { ExplainCase } from './case.ts';
import { explainDocument } from './document.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import { cut, oneLine } from '../../report/text/width.ts';
import { namesIn, numbersOf } from '../../cli/choose.ts';
import { commandLine } from '../../cli/command-line.ts';
import { runLong } from '../../cli/long-run.ts';
import { openCase } from '../../cli/open-case.ts';
import { prepareInk, reportWidth } from '../../cli/terminal.ts';
import { jsonText } from '../../report/json-text.ts';

/** As parsed from the command line. */
export interface ExplainFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly draft?: readonly string[] | undefined;
  /** Search nodes for one question. */
  readonly nodes?: number | undefined;
  readonly width?: number | undefined;
  readonly all?: true | undefined;
  readonly json?: true | undefined;
}

/** Conflicts and repairs that are looked for. */
const MOST = 50;

/** Ways, edits and exchanges that are listed. */
const WAYS = 20;
const WAYS_IN_FULL = 200;

/** For the deals that one party alone blocks: enough for a proven order of magnitude. */
const STATES = 20_000;
const SEED = '1';

/** Prints the answer on standard output and warnings on standard error. @throws InputError */
export async function runExplain(argument: string, flags: ExplainFlags): Promise<void> {
  const opened = await openCase(argument, flags, SEED);
  const { compiled } = opened;
  const names = namesIn(flags.draft);
  const drafts = names.length === 0 ? [] : numbersOf('draft', opened.scenario.drafts, names);
  const scenario = { ...opened.scenario, drafts: drafts.map((draft) => opened.scenario.drafts[draft]!) };
  const answer = await runLong<'explain'>(
    {
      kind: 'explain',
      problem: compiled.problem,
      options: {
        drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
        most: MOST,
        ways: flags.all === true ? WAYS_IN_FULL : WAYS,
        states: STATES,
        seed: SEED,
        ...(flags.nodes === undefined ? {} : { nodes: flags.nodes }),
      },
    },
    {
      kind: 'explain',
      title: `Explaining ${cut(oneLine(scenario.title), 40)}`,
      describe: (part) => DOING[part],
      stoppable: false,
    },
  );
  await print({ ...opened, scenario, answer }, argument, flags);
}

const DOING: Readonly<Record<ExplainProgress, string>> = {
  slack: 'how far thresholds can move',
  conflicts: 'demands that exclude each other',
  openings: 'the smallest openings',
  'new options': 'options that are not on the list',
  firmness: 'how firm the zone is',
  exchanges: 'exchanges of clauses',
  drafts: 'drafts',
};

async function print(of: ExplainCase, argument: string, flags: ExplainFlags): Promise<void> {
  if (flags.json) {
    process.stdout.write(jsonText(explainDocument(of)));
    return;
  }
  prepareInk();
  const [{ explainView }, { textExplain }] = await Promise.all([import('./view.ts'), import('./text.tsx')]);
  const names = namesIn(flags.draft);
  const command = commandLine(argument, flags, 'explain', names.length === 0 ? [] : ['--draft', ...names]);
  const view = explainView(of, wholeFocus(of.scenario, flags.all === true, command));
  process.stdout.write(textExplain(view, reportWidth(flags.width)));
}
