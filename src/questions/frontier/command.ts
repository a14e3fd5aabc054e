/**
 * `winset frontier`: the efficient deals of a scenario or of its zone, all of them or a spread.
 */
import { compileDraft } from '../../compile/compile.ts';
import type { FrontierProgress } from '../../engine/frontier/frontier.ts';
import type { FrontierCase } from './case.ts';
import { frontierDocument } from './document.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import { cut, oneLine } from '../../report/text/width.ts';
import { commandLine } from '../../cli/command-line.ts';
import type { CaseFlags } from '../../cli/command-line.ts';
import { runLong } from '../../cli/long-run.ts';
import { openCase } from '../../cli/open-case.ts';
import { coalitionOf } from '../../cli/signers.ts';
import { prepareInk, reportWidth } from '../../cli/terminal.ts';
import { jsonText } from '../../report/json-text.ts';
import type { Tolerance } from './tolerance.ts';
import { toleranceOption, toleranceWords } from './tolerance.ts';

/** As parsed from the command line. */
export interface FrontierFlags extends CaseFlags {
  readonly zone?: true | undefined;
  readonly epsilon: Tolerance;
  readonly maxPoints?: number | undefined;
  readonly vectors: number;
  readonly width?: number | undefined;
  readonly all?: true | undefined;
  readonly json?: true | undefined;
}

/** Most points of a spread where nothing else is said. */
const MOST_POINTS = 1000;

/** Half a minute or so: what is proven by then is said. */
const MOST_NODES = 20_000_000;

/** For variants that are too many to count. */
const STATES = 50_000;
const SEED = '1';

/** Prints the answer on standard output and warnings on standard error. @throws InputError */
export async function runFrontier(argument: string, flags: FrontierFlags): Promise<void> {
  const opened = await openCase(argument, flags, SEED);
  const { scenario, compiled } = opened;
  const { problem } = compiled;
  const coalition = coalitionOf(scenario, problem, flags.coalition);
  const { scope, ...answer } = await runLong<'frontier'>(
    {
      kind: 'frontier',
      problem,
      question: {
        inZone: flags.zone === true || coalition !== null,
        coalition,
        drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
        options: {
          epsilon: flags.epsilon.amount,
          measure: flags.epsilon.measure,
          maxPoints: flags.maxPoints ?? (flags.epsilon.amount > 0 ? MOST_POINTS : Infinity),
          vectors: flags.vectors,
          nodes: MOST_NODES,
          states: STATES,
          seed: SEED,
        },
      },
    },
    {
      kind: 'frontier',
      title: `Looking for the efficient deals of ${cut(oneLine(scenario.title), 40)}`,
      describe: (progress) => describeProgress(progress, flags.epsilon),
      stoppable: true,
    },
  );
  await print({ ...opened, answer, tolerance: flags.epsilon, scope }, argument, flags);
}

function describeProgress(progress: FrontierProgress, tolerance: Tolerance): string {
  return progress.kind === 'exact'
    ? `${progress.issues} of ${progress.of} issues, ${progress.vectors} combinations of utilities`
    : `${progress.points} points, ${
        Number.isFinite(progress.epsilon)
          ? `proven within ${toleranceWords({ ...tolerance, amount: progress.epsilon })}`
          : 'nothing proven yet'
      }; ctrl-c shows them`;
}

async function print(of: FrontierCase, argument: string, flags: FrontierFlags): Promise<void> {
  if (flags.json) {
    process.stdout.write(jsonText(frontierDocument(of)));
    return;
  }
  prepareInk();
  const [{ frontierView }, { textFrontier }] = await Promise.all([import('./view.ts'), import('./text.tsx')]);
  const command = commandLine(argument, flags, 'frontier', ownWords(flags));
  const view = frontierView(of, wholeFocus(of.scenario, flags.all === true, command));
  process.stdout.write(textFrontier(view, reportWidth(flags.width)));
}

/** The options of this command that change its answer. */
function ownWords({ zone, epsilon, maxPoints }: FrontierFlags): string[] {
  return [
    ...(zone === true ? ['--zone'] : []),
    '--epsilon',
    toleranceOption(epsilon),
    ...(maxPoints === undefined ? [] : ['--max-points', String(maxPoints)]),
  ];
}
