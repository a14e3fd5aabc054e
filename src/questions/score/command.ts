/**
 * `winset score`: one deal, from the scenario's drafts or from a file, held against the parties.
 */
import { ownStage } from '../../scenario/edit/own-stage.ts';
import { compileDraft } from '../../compile/compile.ts';
import { questionNodes, wholeAnswer } from '../../engine/budget.ts';
import { listCoalitions } from '../../engine/coalitions.ts';
import { assessDrafts } from '../../engine/solve.ts';
import { spaceSize } from '../../engine/problem.ts';
import { scoreDocument } from './document.ts';
import type { ScoreCase } from './view.ts';
import type { Draft, Scenario } from '../../scenario/scenario.ts';
import { numbersOf } from '../../cli/choose.ts';
import { commandLine } from '../../cli/command-line.ts';
import { jsonText } from '../../report/json-text.ts';
import { readDeal } from './deal-file.ts';
import { InputError } from '../../cli/exit.ts';
import { openCase } from '../../cli/open-case.ts';
import { prepareInk, reportWidth } from '../../cli/terminal.ts';

/** As parsed from the command line. */
export interface ScoreFlags {
  readonly draft?: string | undefined;
  readonly deal?: string | undefined;
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly width?: number | undefined;
  readonly json?: true | undefined;
}

/** Prints the answer on standard output and warnings on standard error. @throws InputError */
export async function runScore(argument: string, flags: ScoreFlags): Promise<void> {
  const asked = await openCase(argument, flags, '');
  const draft = await dealOf(asked.scenario, argument, flags);
  // A draft of the scenario is held against the positions of its own date, unless a stage is asked for.
  const own = flags.draft === undefined || flags.stage !== undefined ? undefined : ownStage(asked.file, draft);
  const opened = typeof own === 'string' ? await openCase(argument, { ...flags, stage: own }, '') : asked;
  const scenario: Scenario = { ...opened.scenario, drafts: [draft] };
  const { problem } = opened.compiled;
  const nodes = questionNodes(problem);
  const drafts = [compileDraft(scenario, draft.id)];
  const [found] = assessDrafts(problem, drafts, listCoalitions(problem), nodes, wholeAnswer(problem, nodes));
  if (found === undefined) throw new RangeError('a draft that is asked about is answered');
  const of: ScoreCase = { ...opened, scenario, answer: { space: spaceSize(problem), drafts: [found] } };
  if (flags.json) {
    process.stdout.write(jsonText(scoreDocument(of, flags.draft ?? null)));
    return;
  }
  prepareInk();
  const [{ scoreView }, { textScore }] = await Promise.all([import('./view.ts'), import('./layout.tsx')]);
  const source = flags.draft === undefined ? ['--deal', flags.deal ?? ''] : ['--draft', flags.draft];
  const view = scoreView(of, commandLine(argument, flags, 'score', source));
  process.stdout.write(textScore(view, reportWidth(flags.width)));
}

async function dealOf(scenario: Scenario, argument: string, { draft, deal }: ScoreFlags): Promise<Draft> {
  if (draft !== undefined && deal !== undefined) {
    throw new InputError(['error: --draft and --deal both name a deal; give one of them']);
  }
  if (deal === '-' && argument === '-') {
    throw new InputError([
      'error: the scenario and the deal cannot both be on standard input; give one of them as a file',
    ]);
  }
  if (deal !== undefined) return readDeal(deal, scenario);
  if (draft === undefined) {
    throw new InputError(['error: expected --draft with the id of a draft, or --deal with a file']);
  }
  return scenario.drafts[numbersOf('draft', scenario.drafts, [draft])[0]!]!;
}
