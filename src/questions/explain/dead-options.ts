/** Options that are in no deal, by issue, each with what keeps it out. */
import { choiceAt } from '../../engine/problem.ts';
import type { DeadOption, Firmness } from '../../engine/explain/answer.ts';
import type { Named } from '../../report/case.ts';
import { beginning, issueTitle, listed, optionLabel, partyInside, runLabel } from '../../report/view/words.ts';
import { holdsAlone } from '../../scenario/format/choice.ts';
import { optionCount } from '../../scenario/format/options.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { redLineName } from './words.ts';

/** The dead options of one issue. */
export interface DeadIssue {
  readonly issue: number;
  readonly title: string;
  /** "3 of 5 options". */
  readonly share: string;
  /** Neighbours with the same reason are one row: "0 to 400 km". */
  readonly rows: readonly { readonly label: string; readonly why: string }[];
}

/** Issues without a dead option are left out. */
export function deadByIssue(of: Named, { status, dead }: Firmness): readonly DeadIssue[] {
  const { scenario, compiled } = of;
  const { offsets } = compiled.problem;
  return scenario.issues.flatMap((own, issue): DeadIssue[] => {
    const isHere = (row: number): boolean => row >= offsets[issue]! && row < offsets[issue + 1]!;
    const count = status.slice(offsets[issue], offsets[issue + 1]).filter((state) => state === 'dead').length;
    if (count === 0) return [];
    const known = dead.filter(({ row }) => isHere(row));
    const runs = runsOf(known.map((option) => ({ option: option.row - offsets[issue]!, why: whyWords(of, option) })));
    const left = count - known.length;
    return [
      {
        issue,
        title: issueTitle(scenario, issue),
        share: `${count} of ${optionCount(own)} options`,
        rows: [
          ...runs.map(({ from, to, why }) => ({ label: labelOfRun(scenario, issue, from, to), why })),
          ...(left > 0 ? [{ label: `${left} more`, why: 'What keeps them out was not asked.' }] : []),
        ],
      },
    ];
  });
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

function runsOf(options: readonly { readonly option: number; readonly why: string }[]): readonly Run[] {
  return options.reduce<readonly Run[]>((runs, { option, why }) => {
    const last = runs.at(-1);
    return last !== undefined && last.why === why && last.to === option - 1
      ? [...runs.slice(0, -1), { ...last, to: option }]
      : [...runs, { from: option, to: option, why }];
  }, []);
}

/** Two neighbours are named, more are a range. */
function labelOfRun(scenario: Scenario, issue: number, from: number, to: number): string {
  if (to !== from + 1) return runLabel(scenario, issue, { first: from, last: to });
  return `${optionLabel(scenario, issue, from)} and ${optionLabel(scenario, issue, to)}`;
}

/** "Russia refuses it (russia.all-donbas) and Ukraine gets less than it signs for in every combination with it." */
function whyWords({ scenario, compiled }: Named, { row, ruledOut, refusedBy }: DeadOption): string {
  if (ruledOut) return 'The rules leave no combination with it.';
  if (refusedBy.length === 0) return 'No demand by itself: it takes several together.';
  const { issue, option } = choiceAt(compiled.problem, row);
  const own = scenario.issues[issue]!;
  const words = refusedBy.map(({ party, byRedLines }) => {
    const name = partyInside(scenario, party);
    if (!byRedLines) return `${name} gets less than it signs for in every combination with it`;
    const lines = scenario.parties[party]!.redLines.flatMap(({ when }, index) =>
      holdsAlone(when, own, option) ? [redLineName(scenario, { kind: 'redLine', party, index })] : [],
    );
    return lines.length === 0 ? `${name} refuses it by its red lines` : `${name} refuses it (${listed(lines)})`;
  });
  return `${beginning(listed(words))}.`;
}
